/** Applying a recording to other arguments. */
import type { Boundary } from "../transforms/boundary.js";
import type { Args } from "../primitive.js";
import { Recording } from "../transforms/recording.js";
import { OUTPUT } from "../traces/tape.js";
import type { Node } from "../traces/tape.js";
import { transform } from "../transforms/transform.js";

export interface ReplayTransform {
  /**
   * The result of `f(...args)`, and a function that applies the recorded ops to other arguments of the same form. `f`
   * is not run again, so its `if`s and loops go the way they went while recording.
   * @example
   * const [y, again] = replay((x: number) => mul(x, x), 3);
   * [y, again(4)]; // [9, 16]
   */
  replay<A extends Args, R>(f: (...args: A) => R, ...args: A): [ans: R, again: (...args: A) => R];
}

export const replay = (boundary: Boundary): ReplayTransform["replay"] =>
  transform("replay", (f, ...args: Args) => {
    const recording = Recording.of(boundary, "vjp", f, args, { isReusable: true });
    return [recording.result(), (...others: Args) => rerun(boundary, recording, others)];
  });

function rerun(boundary: Boundary, recording: Recording, args: Args): unknown {
  recording.mustBeOpen("again", "replay");
  const { tape, input, boxed } = recording;
  const answerOf = (node: Node | null, before: unknown): unknown =>
    node === null ? before : answers[node.index];
  const answers = boundary.derivativesLike("replay", input, args);
  for (const node of tape.nodes.slice(tape.inputs)) {
    const now = node.args.map((x, k) => answerOf(node.parent(k), x));
    answers.push(node.primitive === OUTPUT ? OUTPUT.impl(...now) : node.primitive.apply(now));
  }
  const values = boxed.values.map((y) => answerOf(tape.nodeOf(y), tape.unbox(y)));
  return boundary.leaveTree({ treedef: boxed.treedef, values });
}

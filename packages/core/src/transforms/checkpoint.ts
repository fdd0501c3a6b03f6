/** Trading a second evaluation for the memory of the first. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import type { Fn } from "./recording.js";
import type { Spaces } from "../space.js";
import { Container } from "../tracer.js";
import type { Primitive } from "../tracer.js";
import { unflatten } from "../tree/tree.js";
import { HoldTrace, runHeld } from "./hold.js";
import { derivativeAlong } from "./jvp.js";
import { transform } from "./transform.js";
import { treePrimitive } from "./tree-primitive.js";
import { pullOf } from "./vjp.js";

/** What a checkpoint remembers besides the arguments. */
export interface CheckpointOptions {
  /** True for the names of ops whose answers are saved: those that cost much to compute and little to store. */
  readonly save?: (op: string) => boolean;
}

export interface CheckpointTransform {
  /**
   * `f`, remembering only its arguments and the answers of the ops that `save` names: what is inside is computed again
   * when a derivative needs it. Nest it to save more memory. Source: Griewank & Walther 2000, one level.
   * @example
   * const block = checkpoint((x: Nd) => tanh(matmul(x, w)));
   * grad((x: Nd) => sum(block(block(x))))(x);
   */
  checkpoint<A extends Args, R>(f: (...args: A) => R, options?: CheckpointOptions): (...args: A) => R;
}

export const checkpoint = (boundary: Boundary): CheckpointTransform["checkpoint"] =>
  transform("checkpoint", (f, { save }: CheckpointOptions = {}) => (...args: Args) => {
    const runs: Saved[] = [];
    const runWith = (saved: Saved, g: Fn, xs: Args): unknown => {
      const trace = new SaveTrace(boundary.spaces, save!, saved);
      const { treedef, values } = runHeld(boundary, "checkpoint", trace, g, xs);
      return unflatten(treedef, values);
    };
    const first: Fn = (...xs) => {
      const saved: Saved = [];
      runs.push(saved);
      return runWith(saved, f, xs);
    };
    return treePrimitive(boundary, "checkpoint", save === undefined ? f : first, {
      vjp: (g, _ans, ...xs) => {
        const pullBack: Fn = (...ys) => pullOf(boundary, f, ys)[1](g);
        const { values } = boundary.flatten(xs);
        // What was saved is plain: of no use where derivatives of derivatives flow, or to one run among several.
        const isOfUse = runs.length === 1 && !values.some((x) => x instanceof Container);
        return (isOfUse ? runWith(runs[0]!, pullBack, xs) : pullBack(...xs)) as Args;
      },
      jvp: (ts, _ans, ...xs) => derivativeAlong(boundary, f, xs, ts),
    })(...args);
  });

/** Answers of the ops to be saved, in the order in which they were applied. */
type Saved = unknown[];

/**
 * Runs a function that applies the same ops in the same order each time. The first run fills `saved` with the answers of
 * the ops that `save` names; a later run, given the same list, takes them from there.
 */
class SaveTrace extends HoldTrace {
  /** What is saved belongs to a record, which may outlive the transform that runs now. */
  protected override readonly isScoped = false;
  private next = 0;
  private readonly isFilling: boolean;

  constructor(
    spaces: Spaces,
    private readonly save: (op: string) => boolean,
    private readonly saved: Saved,
  ) {
    super(spaces);
    this.isFilling = saved.length === 0;
  }

  protected override compute(p: Primitive, values: Args, args: Args): unknown {
    // A later run ends with a walk back, whose ops come after all that was saved.
    const isTaking = !this.isFilling && this.next < this.saved.length;
    if (!(this.isFilling || isTaking) || !this.save(p.name)) return super.compute(p, values, args);
    if (isTaking) return this.saved[this.next++];
    const ans = super.compute(p, values, args);
    this.saved.push(ans);
    return ans;
  }
}

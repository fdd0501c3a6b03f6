/** Saving the memory of a tape by evaluating a function again when its derivative is needed. */
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
  /** True for the names of ops whose answers are kept: those that are expensive to compute and small to store. */
  readonly save?: (op: string) => boolean;
}

export interface CheckpointTransform {
  /**
   * `f`, remembering only its arguments and the answers of the ops that `save` selects: the rest is computed again when
   * a derivative needs it. Nest it to save more memory. Source: Griewank & Walther 2000, one level.
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
        // Saved answers are plain values, so they can't serve higher derivatives. If there were several runs, it is not
        // known which of them this pull belongs to.
        const canReuse = runs.length === 1 && !values.some((x) => x instanceof Container);
        return (canReuse ? runWith(runs[0]!, pullBack, xs) : pullBack(...xs)) as Args;
      },
      jvp: (ts, _ans, ...xs) => derivativeAlong(boundary, f, xs, ts),
    })(...args);
  });

/** The saved answers, in the order in which their ops were applied. */
type Saved = unknown[];

/**
 * Runs a function that applies the same ops in the same order each time. The first run fills `saved` with the answers
 * of the ops that `save` selects; a later run with the same list reads them from it.
 */
class SaveTrace extends HoldTrace {
  /** Saved answers belong to a recording, which may outlive the running transform: they must not lie in its memory. */
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
    // A later run ends with a backward walk, whose ops come after all saved answers.
    const isTaking = !this.isFilling && this.next < this.saved.length;
    if (!(this.isFilling || isTaking) || !this.save(p.name)) return super.compute(p, values, args);
    if (isTaking) return this.saved[this.next++];
    const ans = super.compute(p, values, args);
    this.saved.push(ans);
    return ans;
  }
}

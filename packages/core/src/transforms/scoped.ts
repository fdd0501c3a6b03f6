/** A function inside which nothing is copied out of transforms. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import { heldBy, take, within } from "../scope.js";
import type { Holder } from "../scope.js";
import { HoldTrace } from "./hold.js";
import { transform } from "./transform.js";

export interface ScopedTransform {
  /**
   * `f` as one transform: what the transforms inside it give (gradients, maps, Jacobians) stays in their memory instead
   * of leaving as copies, and so does what is computed from it. Inside, such values are stand-ins that ops take and
   * `getValue` reads; what `f` returns is the caller's own. For training steps. Throws TracedValueError for a stand-in
   * or a pull that is used after `f` has returned, and for a promise as result.
   * @example
   * const step = scoped((w: Nd) => sub(w, mul(0.1, grad(loss)(w))));
   * w = step(w);
   */
  scoped<A extends Args, R>(f: (...args: A) => R): (...args: A) => R;
}

export const scoped = (boundary: Boundary): ScopedTransform["scoped"] =>
  transform(
    "scoped",
    (f) =>
      (...args: Args) =>
        within(boundary.spaces, () => {
          const trace = new ScopedTrace(boundary.spaces);
          const result = heldBy(trace, () => trace.during(() => f(...args)));
          return boundary.leaveTree(boundary.unboxed(trace, boundary.flattenResult("scoped", result)));
        }),
  );

class ScopedTrace extends HoldTrace implements Holder {
  hold(value: unknown): unknown {
    return this.enter(take(value));
  }

  /** Numbers lie in no memory, so they stay plain: the loss of a step, a norm. */
  override enter(value: unknown): unknown {
    return typeof value === "object" ? super.enter(value, -1) : value;
  }
}

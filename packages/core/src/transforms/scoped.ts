/** Functions inside which the results of transforms are not copied. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import { snapshot, withHolder, withScopes } from "../scope.js";
import type { Holder } from "../scope.js";
import { HoldTrace } from "./hold.js";
import { transform } from "./transform.js";

export interface ScopedTransform {
  /**
   * `f` as one transform, for training steps: the results of the transforms inside it (gradients, Jacobians, pulls)
   * stay in transform memory instead of being copied, and so do values computed from them. Inside `f` they are traced
   * values, which ops accept and `getValue` reads; what `f` returns is copied for the caller. Throws TracedValueError
   * if such a value or pull is used after `f` has returned, or if `f` returns a promise.
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
        withScopes(boundary.spaces, () => {
          const trace = new ScopedTrace(boundary.spaces);
          const result = withHolder(trace, () => trace.during(() => f(...args)));
          return boundary.leaveTree(boundary.unbox(trace, boundary.flattenResult("scoped", result)));
        }),
  );

class ScopedTrace extends HoldTrace implements Holder {
  hold(value: unknown): unknown {
    return this.enter(snapshot(value));
  }

  /** Numbers occupy no transform memory, so they stay plain: the loss of a step, a norm. */
  override enter(value: unknown): unknown {
    return typeof value === "object" ? super.enter(value, -1) : value;
  }
}

/** Second derivatives along a direction. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import type { Fn } from "./recording.js";
import { derivativeAlong } from "./jvp.js";
import { transform } from "./transform.js";
import { evaluate } from "./grad.js";
import type { Loss } from "./grad.js";

export interface HvpTransform {
  /**
   * The Hessian of a loss in its first argument times `v`, forward over reverse: for the cost of a few gradients, and
   * without the Hessian. Throws LossError where the result is not one real number.
   * @example
   * hvp((x: number) => mul(x, mul(x, x)))(2, 1); // 12
   */
  hvp<X, A extends Args, R>(f: ((x: X, ...rest: A) => R) & Loss<R>): (x: X, v: X, ...rest: A) => X;
}

export const hvp = (boundary: Boundary): HvpTransform["hvp"] =>
  transform(
    "hvp",
    (f) =>
      (x: unknown, v: unknown, ...rest: Args) =>
        curvatureAlong(boundary, f, x, v, rest),
  );

export function curvatureAlong(boundary: Boundary, f: Fn, x: unknown, v: unknown, rest: Args = []): unknown {
  return derivativeAlong(boundary, (y) => evaluate(boundary, f, [y, ...rest], {}).gradient, [x], [v]);
}

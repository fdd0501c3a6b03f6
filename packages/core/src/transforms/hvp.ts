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
   * Hessian-vector product: the Hessian of a loss in its first argument times `v`, by forward over reverse mode. It
   * costs a few gradients and never builds the Hessian. Throws LossError if the result is not one real number.
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

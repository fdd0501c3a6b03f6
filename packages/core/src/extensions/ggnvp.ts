/** Products with the generalised Gauss–Newton matrix. */
import type { Boundary } from "../transforms/boundary.js";
import type { Fn } from "../transforms/recording.js";
import { curvatureAlong } from "../transforms/hvp.js";
import { derivativeAlong } from "../transforms/jvp.js";
import { transform } from "../transforms/transform.js";
import type { Loss } from "../transforms/grad.js";
import { pullOf } from "../transforms/vjp.js";

export interface GgnvpTransform {
  /**
   * Generalised Gauss–Newton-vector product Jᵀ·H·J·v, where J is the Jacobian of `f` at x and H the Hessian of `loss`
   * at f(x). Without a loss it is Jᵀ·J·v. Source: Schraudolph 2002.
   * @example
   * ggnvp((x: number) => mul(3, x))(2, 1); // 9
   */
  ggnvp<X, Y, R>(f: (x: X) => Y, loss?: ((y: Y) => R) & Loss<R>): (x: X, v: X) => X;
}

export const ggnvp = (boundary: Boundary): GgnvpTransform["ggnvp"] =>
  transform("ggnvp", (f, loss?: Fn) => (x: unknown, v: unknown) => {
    const [y, pull] = pullOf(boundary, f, [x]);
    const t = derivativeAlong(boundary, f, [x], [v]);
    return pull(loss === undefined ? t : curvatureAlong(boundary, loss, y, t))[0];
  });

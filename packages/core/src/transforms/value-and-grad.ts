/** A loss and its gradient in one run. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import { evaluate } from "./grad.js";
import type { Argnums, ArgumentsAt, GradOptions, Loss } from "./grad.js";
import { transform } from "./transform.js";

export interface ValueAndGradTransform {
  /**
   * `[loss, gradient]` from one run of `f`. The gradient, the options and the errors are those of `grad`.
   * @example
   * valueAndGrad((x: number) => mul(x, x))(3); // [9, 6]
   */
  valueAndGrad<A extends Args, R, const N extends Argnums = 0>(
    f: ((...args: A) => R) & Loss<R>,
    options?: { readonly argnums?: N; readonly hasAux?: false },
  ): (...args: A) => [loss: number, gradient: ArgumentsAt<A, N>];
  /**
   * With `hasAux`, `f` returns `[loss, aux]`, and the result is `[[loss, aux], gradient]`.
   * @example
   * valueAndGrad((x: number) => [mul(x, x), "label"], { hasAux: true })(3); // [[9, "label"], 6]
   */
  valueAndGrad<A extends Args, R, Aux, const N extends Argnums = 0>(
    f: ((...args: A) => readonly [loss: R, aux: Aux]) & Loss<R>,
    options: { readonly argnums?: N; readonly hasAux: true },
  ): (...args: A) => [value: [loss: number, aux: Aux], gradient: ArgumentsAt<A, N>];
}

export const valueAndGrad = (boundary: Boundary): ValueAndGradTransform["valueAndGrad"] =>
  transform("valueAndGrad", (f, options: GradOptions = {}) => (...args: Args) => {
    const { value, gradient } = evaluate(boundary, f, args, options);
    return [value, gradient];
  });

/** Gradients with respect to a complex argument, in autograd's convention. */
import { grad } from "../transforms.js";
import { conj, real, toComplex } from "./complex.js";
import type { Complex, ComplexLike } from "./complex.js";

type Args = readonly unknown[];

/**
 * The gradient of a real loss in its first argument in the convention of HIPS autograd and JAX, ∂L/∂x − i ∂L/∂y: the
 * conjugate of what `grad` gives. Descent subtracts its conjugate. Throws LossError unless the loss is a real number.
 */
export function gradComplex<A extends Args>(
  f: (z: Complex, ...rest: A) => number,
): (z: ComplexLike, ...rest: A) => Complex {
  const gradient = grad(f);
  // A real z becomes complex, so that the gradient has an imaginary part too.
  return (z, ...rest) => conj(gradient(toComplex(z), ...rest));
}

/**
 * f'(z) of a holomorphic f that gives one complex number, in its first argument; for an array, all ∂f/∂zₖ. Of any order:
 * `holomorphicGrad(holomorphicGrad(f))` is f″. If f is not holomorphic, it has no derivative, and the result is the
 * gradient of its real part, ∂u/∂x − i ∂u/∂y. Throws LossError unless f gives a complex number.
 */
export function holomorphicGrad<A extends Args>(
  f: (z: Complex, ...rest: A) => Complex,
): (z: ComplexLike, ...rest: A) => Complex {
  // grad checks that the real part is one number. By Cauchy–Riemann f' = ∂u/∂x − i ∂u/∂y.
  return gradComplex((z: Complex, ...rest: A) => real(f(z, ...rest)) as number);
}

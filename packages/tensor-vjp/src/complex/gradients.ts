/** Gradients in a complex argument, in autograd's convention. */
import { grad } from "../transforms.js";
import { conj, real, toComplex } from "./complex.js";
import type { Complex, ComplexLike } from "./complex.js";

type Args = readonly unknown[];

/**
 * The gradient of a real loss in its first argument as HIPS autograd and JAX give it, ∂L/∂x − i ∂L/∂y: the conjugate of
 * what `grad` gives. Descent subtracts the conjugate of it. Throws LossError where the loss is no real number.
 */
export function gradComplex<A extends Args>(
  f: (z: Complex, ...rest: A) => number,
): (z: ComplexLike, ...rest: A) => Complex {
  const gradient = grad(f);
  // A real z is moved off the real axis too.
  return (z, ...rest) => conj(gradient(toComplex(z), ...rest));
}

/**
 * f'(z) of a holomorphic f that gives one complex number, in its first argument; for an array all ∂f/∂zₖ. Any order:
 * `holomorphicGrad(holomorphicGrad(f))` is f″. Where f is not holomorphic there is no derivative, and the result is the
 * gradient of its real part, ∂u/∂x − i ∂u/∂y. Throws LossError where the result is no complex number.
 */
export function holomorphicGrad<A extends Args>(
  f: (z: Complex, ...rest: A) => Complex,
): (z: ComplexLike, ...rest: A) => Complex {
  // grad checks that the real part is one number. By Cauchy–Riemann f' = ∂u/∂x − i ∂u/∂y.
  return gradComplex((z: Complex, ...rest: A) => real(f(z, ...rest)) as number);
}

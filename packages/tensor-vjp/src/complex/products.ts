/** Products of complex arrays that sum over axes. */
import { add as addReal, sub as subReal } from "../primitives/elementwise/arithmetic.js";
import { matmul as matmulReal } from "../ops/products/matmul.js";
import {
  dot as dotReal,
  inner as innerReal,
  outer as outerReal,
  vdot as vdotReal,
} from "../ops/products/vector-products.js";
import { method } from "../method.js";
import type { Tensor } from "../tensor.js";
import { Complex, conj, toComplex } from "./complex.js";
import type { ComplexLike } from "./complex.js";

/** `f`, bilinear over the reals, extended to complex arguments: two products if one of them is real, else four. */
function bilinear<T extends Tensor>(
  op: string,
  f: (a: Tensor, b: Tensor) => T,
): (a: ComplexLike, b: ComplexLike) => Complex<T> {
  // The sum and the difference have the shape of the products, so they have their type.
  const combine = (g: (x: Tensor, y: Tensor) => Tensor, x: T, y: T): T => g(x, y) as T;
  return method(op, (a, b) => {
    if (!(a instanceof Complex)) {
      const { re, im } = toComplex(b);
      return new Complex(f(a, re), f(a, im));
    }
    if (!(b instanceof Complex)) return new Complex(f(a.re, b), f(a.im, b));
    return new Complex(
      combine(subReal, f(a.re, b.re), f(a.im, b.im)),
      combine(addReal, f(a.re, b.im), f(a.im, b.re)),
    );
  });
}

/** Matrix product, as `matmul` of the main package; nothing is conjugated. Throws ShapeError. */
export const matmul = bilinear("matmul", matmulReal);

/** NumPy's dot; nothing is conjugated. Throws ShapeError. */
export const dot = bilinear("dot", dotReal);

/** Sum over the last axis of both; nothing is conjugated. Throws ShapeError. */
export const inner = bilinear("inner", innerReal);

/** All products of an entry of `a` with one of `b`, both raveled. Shapes: [m], [n] → [m, n]. */
export const outer = bilinear("outer", outerReal);

const dotOfRavelled = bilinear("vdot", vdotReal);

/** Σ conj(a)·b over all entries, NumPy's vdot. Throws ShapeError where sizes differ. */
export const vdot: (a: ComplexLike, b: ComplexLike) => Complex<number> = method("vdot", (a, b) =>
  dotOfRavelled(conj(a), b),
);

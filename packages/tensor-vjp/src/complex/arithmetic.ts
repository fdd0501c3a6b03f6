/** The four operations on complex arrays. */
import {
  add as addReal,
  div as divReal,
  mul as mulReal,
  neg as negReal,
  sub as subReal,
} from "../primitives/elementwise/arithmetic.js";
import { method } from "../method.js";
import type { Tensor } from "../tensor.js";
import { Complex, toComplex } from "./complex.js";
import type { ComplexBinary, ComplexLike, ComplexUnary } from "./complex.js";
import { holomorphic, holomorphicOp } from "./holomorphic.js";
import { product, quotient, squared } from "./meanings.js";

/** z + w, broadcasting. */
export const add: ComplexBinary = method("add", onBothParts(addReal));

/** z − w, broadcasting. */
export const sub: ComplexBinary = method("sub", onBothParts(subReal));

/** −z. */
export const neg: ComplexUnary = method("neg", (z) => {
  const { re, im } = toComplex(z);
  return new Complex(negReal(re), negReal(im));
});

const multiply = holomorphic(
  "mul",
  product,
  (t, _ans, _z, w) => mul(t, w),
  (t, _ans, z) => mul(t, z),
);

/** z·w, broadcasting; a real factor scales both parts. */
export const mul: ComplexBinary = method("mul", (z, w) => {
  if (!(w instanceof Complex)) return scaleParts(mulReal, z, w);
  return z instanceof Complex ? multiply(z, w) : scaleParts(mulReal, w, z);
});

const divide = holomorphic(
  "div",
  quotient,
  (t, _ans, _z, w) => div(t, w),
  (t, ans, _z, w) => neg(div(mul(t, ans), w)),
);

/** z/w, broadcasting; a real divisor divides both parts. Division by 0 divides each part by 0. */
export const div: ComplexBinary = method("div", (z, w) =>
  w instanceof Complex ? divide(z, w) : scaleParts(divReal, z, w),
);

/** z². */
export const square: ComplexUnary = holomorphicOp("square", squared, (t, _ans, z) => mul(t, mul(z, 2)));

/** 1/z. */
export const reciprocal: ComplexUnary = method("reciprocal", (z) => div(1, toComplex(z)));

type RealBinary = (x: Tensor, y: Tensor) => Tensor;

function onBothParts(f: RealBinary): (z: ComplexLike, w: ComplexLike) => Complex {
  return (z, w) => {
    const [a, b] = [toComplex(z), toComplex(w)];
    return new Complex(f(a.re, b.re), f(a.im, b.im));
  };
}

function scaleParts(f: RealBinary, z: ComplexLike, by: Tensor): Complex {
  const { re, im } = toComplex(z);
  return new Complex(f(re, by), f(im, by));
}

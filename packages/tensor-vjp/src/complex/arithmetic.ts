/** The four operations on complex arrays. */
import {
  add as addReal,
  div as divReal,
  mul as mulReal,
  neg as negReal,
  sub as subReal,
} from "../primitives/elementwise/arithmetic.js";
import type { Tensor } from "../tensor.js";
import { broadcasts, Complex, keepsShape, toComplex } from "./complex.js";
import type { ComplexBinary, ComplexLike, ComplexUnary } from "./complex.js";
import { holomorphic } from "./holomorphic.js";
import { product, quotient, squared } from "./meanings.js";

/** z + w, broadcasting. */
export const add: ComplexBinary = partwise("add", addReal);

/** z − w, broadcasting. */
export const sub: ComplexBinary = partwise("sub", subReal);

/** −z. */
export const neg: ComplexUnary = keepsShape((z) => {
  const { re, im } = toComplex(z, "neg");
  return new Complex(negReal(re), negReal(im));
});

const multiply = holomorphic(
  "mul",
  product,
  (t, _ans, _z, w) => mul(t, w),
  (t, _ans, z) => mul(t, z),
);

/** z·w, broadcasting; a real factor scales both parts. */
export const mul: ComplexBinary = broadcasts((z, w) => {
  if (!(w instanceof Complex)) return scaled("mul", mulReal, z, w);
  return z instanceof Complex ? multiply(z, w) : scaled("mul", mulReal, w, z);
});

const divide = holomorphic(
  "div",
  quotient,
  (t, _ans, _z, w) => div(t, w),
  (t, ans, _z, w) => neg(div(mul(t, ans), w)),
);

/** z/w, broadcasting; a real divisor divides both parts. Division by 0 is that of each part. */
export const div: ComplexBinary = broadcasts((z, w) =>
  w instanceof Complex ? divide(z, w) : scaled("div", divReal, z, w),
);

/** z². */
export const square: ComplexUnary = keepsShape(
  holomorphic("square", squared, (t, _ans, z) => mul(t, mul(z, 2))),
);

/** 1/z. */
export const reciprocal: ComplexUnary = keepsShape((z) => div(1, toComplex(z, "reciprocal")));

type RealBinary = (x: Tensor, y: Tensor) => Tensor;

function partwise(op: string, f: RealBinary): ComplexBinary {
  return broadcasts((z, w) => {
    const [a, b] = [toComplex(z, op), toComplex(w, op)];
    return new Complex(f(a.re, b.re), f(a.im, b.im));
  });
}

function scaled(op: string, f: RealBinary, z: ComplexLike, by: Tensor): Complex {
  const { re, im } = toComplex(z, op);
  return new Complex(f(re, by), f(im, by));
}

/** Trigonometric and hyperbolic functions of complex arrays. */
import { method } from "../method.js";
import { mul, neg } from "./arithmetic.js";
import { Complex, toComplex } from "./complex.js";
import type { ComplexUnary } from "./complex.js";
import { holomorphicOp } from "./holomorphic.js";
import { cosine, hyperbolicCosine, hyperbolicSine, hyperbolicTangent, secantSquared, sine } from "./meanings.js"; // prettier-ignore
import { neg as negReal } from "../primitives/elementwise/arithmetic.js";

/** sin z. */
export const sin: ComplexUnary = holomorphicOp("sin", sine, (t, _ans, z) => mul(t, cos(z)));

/** cos z. */
export const cos: ComplexUnary = holomorphicOp("cos", cosine, (t, _ans, z) => neg(mul(t, sin(z))));

/** sinh z. */
export const sinh: ComplexUnary = holomorphicOp("sinh", hyperbolicSine, (t, _ans, z) => mul(t, cosh(z)));

/** cosh z. */
export const cosh: ComplexUnary = holomorphicOp("cosh", hyperbolicCosine, (t, _ans, z) => mul(t, sinh(z)));

/** tanh z; its derivative 1/cosh² z is accurate for large |z| too. */
export const tanh: ComplexUnary = holomorphicOp("tanh", hyperbolicTangent, (t, _ans, z) =>
  mul(t, sechSquared(z)),
);

const sechSquared: ComplexUnary = holomorphicOp("sechSquared", secantSquared, (t, ans, z) =>
  mul(mul(t, -2), mul(ans, tanh(z))),
);

/** tan z = −i·tanh(iz). */
export const tan: ComplexUnary = method("tan", (z) => {
  const { re, im } = toComplex(z);
  const turned = tanh(new Complex(negReal(im), re));
  return new Complex(turned.im, negReal(turned.re));
});

/** Exponentials, logarithms and powers of complex arrays: principal values, with cuts along the negative real axis. */
import { sub as subReal } from "../primitives/elementwise/arithmetic.js";
import { equal } from "../primitives/elementwise/comparison.js";
import { logicalAnd } from "../primitives/elementwise/mask.js";
import { method } from "../method.js";
import { where } from "../ops/elementwise/where.js";
import type { Mask } from "../tensor.js";
import { div, mul, sub } from "./arithmetic.js";
import { Complex } from "./complex.js";
import type { ComplexBinary, ComplexLike, ComplexUnary } from "./complex.js";
import { holomorphic, holomorphicOp } from "./holomorphic.js";
import { exponential, logarithm, power, root } from "./meanings.js";

/** e^z. */
export const exp: ComplexUnary = holomorphicOp("exp", exponential, (t, ans) => mul(t, ans));

/** log|z| + i·angle(z), with the angle in (−π, π]; infinite at 0. */
export const log: ComplexUnary = holomorphicOp("log", logarithm, (t, _ans, z) => div(t, z));

/** The square root with real part ≥ 0; NaN or infinite derivative at 0. */
export const sqrt: ComplexUnary = holomorphicOp("sqrt", root, (t, ans) => div(t, mul(ans, 2)));

const raise = holomorphic(
  "pow",
  power,
  (t, _ans, z, w) => mul(t, slope(z, w)),
  (t, ans, z) => mul(mul(t, ans), log(replaceWhere(z, isZero(z), 1))),
);

/**
 * z^w = e^(w·log z), broadcasting; 0^w is 0 where Re w > 0, 1 for w = 0, infinite for negative whole w, else NaN. Derivative
 * in z: w·z^(w−1), which is 0 for z^0 at 0. In w: z^w·log z, which is 0 for z = 0; computed only when w is differentiated.
 */
export const pow: ComplexBinary = method("pow", (z, w) => raise(z, w));

/** w·z^(w−1). Where z and w are both 0 it is 0·1, since 0·∞ would be NaN. */
function slope(z: Complex, w: Complex): ComplexLike {
  const isPlain = typeof w.re === "number" && w.im === 0;
  if (isPlain && w.re === 1) return 1;
  if (isPlain && w.re === 2) return mul(z, 2);
  if (isPlain && w.re !== 0) return mul(pow(z, subReal(w.re, 1)), w.re);
  return mul(w, pow(replaceWhere(z, logicalAnd(isZero(z), isZero(w)), 1), sub(w, 1)));
}

function isZero({ re, im }: Complex): Mask {
  return logicalAnd(equal(re, 0), equal(im, 0));
}

function replaceWhere({ re, im }: Complex, mask: Mask, by: number): Complex {
  return new Complex(where(mask, by, re), where(mask, 0, im));
}

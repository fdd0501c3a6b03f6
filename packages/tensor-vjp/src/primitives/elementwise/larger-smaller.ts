/** The larger and the smaller of two. */
import { mul } from "./arithmetic.js";
import { binary, piecewiseConstant2 } from "./define.js";
import type { BinaryOp } from "./define.js";

/** How a cotangent is shared between the two arguments. The weights are plain, since they are constant wherever smooth. */
const maximumShare = piecewiseConstant2("maximumShare");
const minimumShare = piecewiseConstant2("minimumShare");
const fmaxShare = piecewiseConstant2("fmaxShare");
const fminShare = piecewiseConstant2("fminShare");

/**
 * The larger of two, NaN if either is NaN, broadcasting. At a tie each gets half of the cotangent; where one is NaN, both get
 * all of it, so that the cotangent reaches the NaN.
 */
export const maximum: BinaryOp = binary(
  "maximum",
  (g, _ans, x, y) => mul(g, maximumShare(x, y)),
  (g, _ans, x, y) => mul(g, maximumShare(y, x)),
);

/** The smaller of two, NaN if either is NaN, broadcasting. Derivative as for `maximum`. */
export const minimum: BinaryOp = binary(
  "minimum",
  (g, _ans, x, y) => mul(g, minimumShare(x, y)),
  (g, _ans, x, y) => mul(g, minimumShare(y, x)),
);

/** The larger of two, ignoring NaN, broadcasting. At a tie each gets half of the cotangent. */
export const fmax: BinaryOp = binary(
  "fmax",
  (g, _ans, x, y) => mul(g, fmaxShare(x, y)),
  (g, _ans, x, y) => mul(g, fmaxShare(y, x)),
);

/** The smaller of two, ignoring NaN, broadcasting. At a tie each gets half of the cotangent. */
export const fmin: BinaryOp = binary(
  "fmin",
  (g, _ans, x, y) => mul(g, fminShare(x, y)),
  (g, _ans, x, y) => mul(g, fminShare(y, x)),
);

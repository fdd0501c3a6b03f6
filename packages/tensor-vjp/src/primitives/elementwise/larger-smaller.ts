/** The larger and the smaller of two. */
import { mul } from "./arithmetic.js";
import { binary, piecewiseConstant2 } from "./define.js";
import type { BinaryOp } from "./define.js";

/** How a cotangent is shared between the two arguments: plain weights, for they are constant wherever smooth. */
const maximumShare = piecewiseConstant2("maximumShare");
const minimumShare = piecewiseConstant2("minimumShare");
const fmaxShare = piecewiseConstant2("fmaxShare");
const fminShare = piecewiseConstant2("fminShare");

/** The larger, NaN if either is NaN, broadcasting. Derivative: half to each at a tie; where one is NaN, all to both, so that the NaN is reached. */
export const maximum: BinaryOp = binary(
  "maximum",
  (g, _ans, x, y) => mul(g, maximumShare(x, y)),
  (g, _ans, x, y) => mul(g, maximumShare(y, x)),
);

/** The smaller, NaN if either is NaN, broadcasting. Derivative: half to each at a tie; where one is NaN, all to both, so that the NaN is reached. */
export const minimum: BinaryOp = binary(
  "minimum",
  (g, _ans, x, y) => mul(g, minimumShare(x, y)),
  (g, _ans, x, y) => mul(g, minimumShare(y, x)),
);

/** The larger, the other one if one is NaN, broadcasting. Derivative: half to each at a tie. */
export const fmax: BinaryOp = binary(
  "fmax",
  (g, _ans, x, y) => mul(g, fmaxShare(x, y)),
  (g, _ans, x, y) => mul(g, fmaxShare(y, x)),
);

/** The smaller, the other one if one is NaN, broadcasting. Derivative: half to each at a tie. */
export const fmin: BinaryOp = binary(
  "fmin",
  (g, _ans, x, y) => mul(g, fminShare(x, y)),
  (g, _ans, x, y) => mul(g, fminShare(y, x)),
);

/** Rounding to whole numbers: constant wherever smooth, so never in a graph. */
import { piecewiseConstant } from "./define.js";
import type { UnaryOp } from "./define.js";

/** Rounded down. */
export const floor: UnaryOp = piecewiseConstant("floor");

/** Rounded up. */
export const ceil: UnaryOp = piecewiseConstant("ceil");

/** Rounded towards 0. */
export const trunc: UnaryOp = piecewiseConstant("trunc");

/** Rounded to the nearest whole number, halves to even. */
export const nearest: UnaryOp = piecewiseConstant("round");

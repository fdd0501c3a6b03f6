/** To whole numbers: constant wherever smooth, so in no graph. */
import { piecewiseConstant } from "./define.js";
import type { UnaryOp } from "./define.js";

/** Down. */
export const floor: UnaryOp = piecewiseConstant("floor");

/** Up. */
export const ceil: UnaryOp = piecewiseConstant("ceil");

/** Towards 0. */
export const trunc: UnaryOp = piecewiseConstant("trunc");

/** To the nearest, halves to even. */
export const nearest: UnaryOp = piecewiseConstant("round");

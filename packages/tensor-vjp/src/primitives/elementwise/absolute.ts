/** Absolute value and sign. */
import type { Tensor } from "../../tensor.js";
import { mul } from "./arithmetic.js";
import { binary, piecewiseConstant, unary } from "./define.js";
import type { BinaryOp, UnaryOp } from "./define.js";

/** |x|; derivative 0 at 0. */
export const abs: UnaryOp = unary("abs", (g, _ans, x) => mul(g, sign(x)));

/** The sign −1, 0 or 1, NaN for NaN. Never in a graph. */
export const sign: UnaryOp = piecewiseConstant("sign");

/** |x| with the sign of y, signed zeros included. Derivative 0 in x at 0, and 0 in y. */
export const copysign: BinaryOp = binary(
  "copysign",
  (g, _ans, x, y) => mul(g, mul(sign(x), signOf(y))),
  (g) => mul(0, g),
);

/** ±1, for signed zeros too. */
function signOf(y: Tensor): Tensor {
  return copysign(1, y);
}

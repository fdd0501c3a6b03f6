/** The error function and its complement. */
import { mul, neg, square } from "../elementwise/arithmetic.js";
import { unary } from "../elementwise/define.js";
import type { UnaryOp } from "../elementwise/define.js";
import { exp } from "../elementwise/exponential.js";
import type { Tensor } from "../../tensor.js";

/** 2/√π ∫₀ˣ e^(−t²) dt. */
export const erf: UnaryOp = unary("erf", (g, _ans, x) => mul(g, slope(x)));

/** 1 − erf x, without cancellation for large x. */
export const erfc: UnaryOp = unary("erfc", (g, _ans, x) => neg(mul(g, slope(x))));

function slope(x: Tensor): Tensor {
  return mul(2 / Math.sqrt(Math.PI), exp(neg(square(x))));
}

/** The logistic function and its integral. */
import { checked } from "../options.js";
import type { Shaped, Tensor } from "../tensor.js";
import { div, mul, neg } from "./arithmetic.js";
import { shaped, unary } from "./elementwise.js";
import type { UnaryOp } from "./elementwise.js";
import { sech2 } from "./hyperbolic.js";

/**
 * 1 / (1 + e⁻ˣ), SciPy's `expit`. Its slope is sech²(x/2)/4: σ(1 − σ) has no digits left far out, and the slope of
 * that none near 0.
 */
export const sigmoid: UnaryOp = unary("sigmoid", (g, _ans, x) => mul(g, mul(0.25, sech2(mul(0.5, x)))));

/** log(1 + eˣ), finite for all finite x; derivative σ(x). */
const softplus1: UnaryOp = unary("softplus", (g, _ans, x) => mul(g, sigmoid(x)));

export interface SoftplusOptions {
  /** Sharpness of the bend: log(1 + e^(βx)) / β. */
  readonly beta?: number;
}

/** log(1 + e^(βx)) / β, a smooth relu. */
export function softplus<X extends Tensor>(x: X, options: SoftplusOptions = {}): Shaped<X> {
  const { beta = 1 } = checked("softplus", options, ["beta"]);
  return shaped(x, beta === 1 ? softplus1(x) : div(softplus1(mul(beta, x)), beta));
}

/** log σ(x) = −log(1 + e⁻ˣ), SciPy's `log_expit`. */
export function logSigmoid<X extends Tensor>(x: X): Shaped<X> {
  return shaped(x, neg(softplus1(neg(x))));
}

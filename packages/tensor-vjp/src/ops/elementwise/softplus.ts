/** The integral of the logistic function. */
import { sameKind } from "../../as-array.js";
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { div, mul, neg } from "../../primitives/elementwise/arithmetic.js";
import { softplus1 } from "../../primitives/elementwise/sigmoid.js";

export interface SoftplusOptions {
  /** Sharpness of the bend: log(1 + e^(βx)) / β. */
  readonly beta?: number;
}

/** log(1 + e^(βx)) / β, a smooth relu. */
export const softplus: SameKindOp<[options?: SoftplusOptions]> = method(
  "softplus",
  { beta: 1 },
  (x, { beta }) => sameKind(x, beta === 1 ? softplus1(x) : div(softplus1(mul(beta, x)), beta)),
);

/** log σ(x) = −log(1 + e⁻ˣ), SciPy's `log_expit`. */
export const logSigmoid: SameKindOp = method("logSigmoid", (x) => sameKind(x, neg(softplus1(neg(x)))));

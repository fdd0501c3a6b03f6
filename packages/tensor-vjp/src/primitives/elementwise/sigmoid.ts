/** The logistic function and its integral. */
import { mul, neg } from "./arithmetic.js";
import { binaryImpl, unaryImpl } from "./define.js";
import type { UnaryOp } from "./define.js";
import { tanh } from "./hyperbolic.js";
import { slope, unaryWithSlope } from "./with-slope.js";

/** 1 / (1 + e⁻ˣ), SciPy's `expit`. Its slope is computed as σ(1 − σ) only for small x, since that cancels for large ones. */
export const sigmoid: UnaryOp = unaryWithSlope("sigmoid", (g, ans, x) => mul(g, sigmoidSlope(ans, x)));

// −tanh(x/2) is 1 − 2σ without its cancellation near 0.
const sigmoidSlope = slope("sigmoidSlope", binaryImpl("sigmoidSlope"), (g, s, _y, x) =>
  neg(mul(g, mul(s, tanh(mul(0.5, x))))),
);

/** log(1 + eˣ), finite for all finite x; derivative σ(x). */
export const softplus1: UnaryOp = unaryWithSlope("softplus", (g, ans, x) => mul(g, softplusSlope(ans, x)));

const sigmoidOf = unaryImpl("sigmoid");

const softplusSlope = slope(
  "softplusSlope",
  (_ans, x) => sigmoidOf(x),
  (g, s, _y, x) => mul(g, sigmoidSlope(s, x)),
);

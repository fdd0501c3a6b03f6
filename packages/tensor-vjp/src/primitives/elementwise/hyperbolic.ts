/** Hyperbolic functions and their inverses. */
import { add, div, mul, sub } from "./arithmetic.js";
import { binaryImpl, unary } from "./define.js";
import type { UnaryOp } from "./define.js";
import { hypot } from "./plane.js";
import { sqrt } from "./power.js";
import { oneMinusSquare } from "./trigonometric.js";
import { slope, unaryWithSlope } from "./with-slope.js";

/** Hyperbolic sine. */
export const sinh: UnaryOp = unary("sinh", (g, _ans, x) => mul(g, cosh(x)));

/** Hyperbolic cosine. */
export const cosh: UnaryOp = unary("cosh", (g, _ans, x) => mul(g, sinh(x)));

/** Hyperbolic tangent. Its slope is computed as 1 − tanh² only near 0, since that cancels for large |x|. */
export const tanh: UnaryOp = unaryWithSlope("tanh", (g, ans, x) => mul(g, tanhSlope(ans, x)));

const tanhSlope = slope("tanhSlope", binaryImpl("tanhSlope"), (g, s, y) => mul(g, mul(-2, mul(y, s))));

/** Inverse hyperbolic sine. */
export const asinh: UnaryOp = unary("asinh", (g, _ans, x) => div(g, hypot(1, x)));

/** Inverse hyperbolic cosine, for x ≥ 1; infinite derivative at 1. */
export const acosh: UnaryOp = unary("acosh", (g, _ans, x) => div(g, mul(sqrt(sub(x, 1)), sqrt(add(x, 1)))));

/** Inverse hyperbolic tangent, for |x| ≤ 1; infinite derivative at ±1. */
export const atanh: UnaryOp = unary("atanh", (g, _ans, x) => div(g, oneMinusSquare(x)));

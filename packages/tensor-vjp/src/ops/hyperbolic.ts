/** Hyperbolic functions and their inverses. */
import { add, div, mul, sub } from "./arithmetic.js";
import { unary } from "./elementwise.js";
import type { UnaryOp } from "./elementwise.js";
import { hypot } from "./planar.js";
import { sqrt } from "./power.js";
import { oneMinusSquare } from "./trigonometric.js";

/** Hyperbolic sine. */
export const sinh: UnaryOp = unary("sinh", (g, _ans, x) => mul(g, cosh(x)));

/** Hyperbolic cosine. */
export const cosh: UnaryOp = unary("cosh", (g, _ans, x) => mul(g, sinh(x)));

/** Hyperbolic tangent. Its slope is taken from x, not as 1 − tanh², which has no digits left far out. */
export const tanh: UnaryOp = unary("tanh", (g, _ans, x) => mul(g, sech2(x)));

/** 1 / cosh². */
export const sech2: UnaryOp = unary("sech2", (g, ans, x) => mul(g, mul(-2, mul(tanh(x), ans))));

/** Inverse hyperbolic sine. */
export const asinh: UnaryOp = unary("asinh", (g, _ans, x) => div(g, hypot(1, x)));

/** Inverse hyperbolic cosine, for x ≥ 1; infinite derivative at 1. */
export const acosh: UnaryOp = unary("acosh", (g, _ans, x) => div(g, mul(sqrt(sub(x, 1)), sqrt(add(x, 1)))));

/** Inverse hyperbolic tangent, for |x| ≤ 1; infinite derivative at ±1. */
export const atanh: UnaryOp = unary("atanh", (g, _ans, x) => div(g, oneMinusSquare(x)));

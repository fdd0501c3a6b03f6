/** Exponentials and logarithms of one argument. */
import { add, div, mul } from "./arithmetic.js";
import { unary } from "./define.js";
import type { UnaryOp } from "./define.js";

/** eˣ. */
export const exp: UnaryOp = unary("exp", (g, ans) => mul(g, ans));

/** 2ˣ. */
export const exp2: UnaryOp = unary("exp2", (g, ans) => mul(g, mul(Math.LN2, ans)));

/** eˣ − 1, without cancellation near 0. */
export const expm1: UnaryOp = unary("expm1", (g, _ans, x) => mul(g, exp(x)));

/** Natural logarithm; −∞ at 0 with infinite derivative, NaN below. */
export const log: UnaryOp = unary("log", (g, _ans, x) => div(g, x));

/** Logarithm to base 2. */
export const log2: UnaryOp = unary("log2", (g, _ans, x) => div(g, mul(Math.LN2, x)));

/** Logarithm to base 10. */
export const log10: UnaryOp = unary("log10", (g, _ans, x) => div(g, mul(Math.LN10, x)));

/** log(1 + x), without cancellation near 0. */
export const log1p: UnaryOp = unary("log1p", (g, _ans, x) => div(g, add(1, x)));

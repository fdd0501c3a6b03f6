/** Circular functions and their inverses, in radians. */
import { selfAdjoint } from "../../derivative.js";
import { leadingAxis, primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import type { Tensor } from "../../tensor.js";
import { add, div, mul, neg, square, sub } from "./arithmetic.js";
import { unary } from "./define.js";
import type { UnaryOp } from "./define.js";
import { sqrt } from "./power.js";

/** Sine of radians. */
export const sin: UnaryOp = unary("sin", (g, _ans, x) => mul(g, cos(x)));

/** Cosine of radians. */
export const cos: UnaryOp = unary("cos", (g, _ans, x) => neg(mul(g, sin(x))));

/** Tangent of radians. */
export const tan: UnaryOp = unary("tan", (g, ans) => mul(g, add(1, square(ans))));

/** Inverse sine, in [−π/2, π/2]; infinite derivative at ±1. */
export const asin: UnaryOp = unary("asin", (g, _ans, x) => div(g, sqrt(oneMinusSquare(x))));

/** Inverse cosine, in [0, π]; infinite derivative at ±1. */
export const acos: UnaryOp = unary("acos", (g, _ans, x) => neg(div(g, sqrt(oneMinusSquare(x)))));

/** Inverse tangent, in [−π/2, π/2]. */
export const atan: UnaryOp = unary("atan", (g, _ans, x) => div(g, add(1, square(x))));

/**
 * 1 − x², by a product that keeps the digits near ±1. The derivative is stated, −2x: that of the product cancels near 0, where
 * second derivatives of the inverse functions would lose all digits.
 */
export const oneMinusSquare: Op<[x: Tensor]> = primitive("oneMinusSquare", {
  compute: (x) => mul(sub(1, x), add(1, x)),
  derivative: selfAdjoint((g, _ans, x) => mul(g, mul(-2, x))),
  batching: leadingAxis,
});

/** Activation functions of neural networks. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { sameKind } from "../../as-array.js";
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { greater } from "../../primitives/elementwise/comparison.js";
import { binary, unary } from "../../primitives/elementwise/define.js";
import type { BinaryOp, UnaryOp } from "../../primitives/elementwise/define.js";
import { expm1 } from "../../primitives/elementwise/exponential.js";
import { tanh } from "../../primitives/elementwise/hyperbolic.js";
import { erfc } from "../../primitives/special/erf.js";
import { sigmoid } from "../../primitives/elementwise/sigmoid.js";
import { where } from "./where.js";

/** max(x, 0); derivative 0 at 0. */
export const relu: UnaryOp = unary("relu", (g, _ans, x) => wherePositive(g, x));

/** g where x > 0, else 0. */
const wherePositive: BinaryOp = binary("wherePositive", (g, _ans, _x, y) => wherePositive(g, y), null);

/** x for x > 0, else `negativeSlope`·x; derivative `negativeSlope` at 0. */
export const leakyRelu: SameKindOp<[options?: { readonly negativeSlope?: number }]> = method(
  "leakyRelu",
  { negativeSlope: 0.01 },
  (x, { negativeSlope }) => sameKind(x, mul(x, where(greater(x, 0), 1, negativeSlope))),
);

/** x for x > 0, else α(eˣ − 1); derivative α at 0. */
export const elu: SameKindOp<[options?: { readonly alpha?: number }]> = method(
  "elu",
  { alpha: 1 },
  (x, { alpha }) => {
    // The exponential sees 0 where it is not taken: its overflow would give 0·∞ in the derivative.
    const positive = greater(x, 0);
    return sameKind(x, where(positive, x, mul(alpha, expm1(where(positive, 0, x)))));
  },
);

/** x·σ(x), also called swish. */
export const silu: SameKindOp = method("silu", (x) => sameKind(x, mul(x, sigmoid(x))));

/**
 * x·Φ(x) with the normal distribution's Φ; `approximate: "tanh"` for x·(1 + tanh(√(2/π)(x + 0.044715x³)))/2.
 * Source: Hendrycks & Gimpel 2016.
 */
export const gelu: SameKindOp<[options?: { readonly approximate?: "none" | "tanh" }]> = method(
  "gelu",
  { approximate: "none" },
  (x, { approximate }) => {
    if (approximate === "none") return sameKind(x, mul(mul(0.5, x), erfc(mul(-Math.SQRT1_2, x))));
    const inner = mul(Math.sqrt(2 / Math.PI), mul(x, add(1, mul(0.044715, mul(x, x)))));
    return sameKind(x, mul(mul(0.5, x), add(1, tanh(inner))));
  },
);

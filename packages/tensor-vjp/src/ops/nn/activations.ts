/** Activation functions of neural networks. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { abs } from "../../primitives/elementwise/absolute.js";
import { add, div, mul } from "../../primitives/elementwise/arithmetic.js";
import { greater, greaterEqual, lessEqual } from "../../primitives/elementwise/comparison.js";
import { asArray, sameKind } from "../../as-array.js";
import { tanh } from "../../primitives/elementwise/hyperbolic.js";
import { sigmoid } from "../../primitives/elementwise/sigmoid.js";
import { softplus } from "../elementwise/softplus.js";
import { split } from "../shape/split.js";
import { where } from "../elementwise/where.js";
import { expm1 } from "../../primitives/elementwise/exponential.js";
import { erfc } from "../../primitives/special/erf.js";

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
    // expm1 gets 0 where its branch is not taken: its overflow would give 0·∞ in the derivative.
    const positive = greater(x, 0);
    return sameKind(x, where(positive, x, mul(alpha, expm1(where(positive, 0, x)))));
  },
);

/** x·σ(x), also called swish. */
export const silu: SameKindOp = method("silu", (x) => sameKind(x, mul(x, sigmoid(x))));

/**
 * x·Φ(x), with Φ the normal distribution function; `approximate: "tanh"` for x·(1 + tanh(√(2/π)(x + 0.044715x³)))/2.
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

/** x·tanh(softplus(x)). Shapes: kept. Source: Misra 2019. */
export const mish: SameKindOp = method("mish", (x) => sameKind(x, mul(x, tanh(softplus(x)))));

const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

/** λ·elu(x), with the α and λ that preserve mean 0 and variance 1. Shapes: kept. Source: Klambauer et al. 2017. */
export const selu: SameKindOp = method("selu", (x) =>
  sameKind(x, mul(SELU_SCALE, elu(x, { alpha: SELU_ALPHA }))),
);

/** x/(1 + |x|). Shapes: kept. Derivative 1 at 0. */
export const softsign: SameKindOp = method("softsign", (x) => sameKind(x, div(x, add(1, abs(x)))));

/**
 * x limited to [min, max], −1 and 1 by default. Shapes: kept. Derivative 0 at the bounds, as in PyTorch (`clip` has 1). NaN
 * stays NaN. Throws ValueError unless min < max.
 */
export const hardtanh: SameKindOp<[options?: { readonly min?: number; readonly max?: number }]> = method(
  "hardtanh",
  { min: -1, max: 1 },
  (x, { min, max }) => {
    if (!(min < max)) throw new ValueError(`expected min below max, got ${min} and ${max}. Swap them.`);
    return sameKind(x, where(lessEqual(x, min), min, where(greaterEqual(x, max), max, x)));
  },
);

/** min(max(x, 0), 6). Shapes: kept. Derivative 0 at 0 and 6, as in PyTorch. */
export const relu6: SameKindOp = method("relu6", (x) => hardtanh(x, { min: 0, max: 6 }));

/** The first half along an axis times the sigmoid of the second. Throws ShapeError for an odd size. Source: Dauphin et al. 2017. */
export const glu: (x: Tensor, options?: { readonly axis?: number }) => Nd = method(
  "glu",
  { axis: -1 },
  (x, { axis }) => {
    const shape = shapeOf(x);
    const a = normalizeAxis(axis, shape.length);
    if (shape[a]! % 2 !== 0)
      throw new ShapeError(
        `expected an even size along axis ${a}, got ${bracket(shape)}. It is split in half.`,
      );
    const [left, right] = split(x, 2, { axis: a });
    return asArray(mul(left!, sigmoid(right!)));
  },
);

/** Sums of exponentials on the log scale, and the softmax that is their slope. */
import { checked } from "../options.js";
import type { PrimitiveFn } from "@ndgrad/core";
import { nonDifferentiable, primitive } from "../primitive.js";
import { normalizeAxes, normalizeAxis } from "../shape.js";
import { shapeOf } from "../tensor.js";
import type { Nd, Tensor } from "../tensor.js";
import { add, div, mul, sub } from "./arithmetic.js";
import { equal, greater } from "./comparison.js";
import { exp, log } from "./exponential.js";
import { max } from "./extremes.js";
import { isfinite, isinf, logicalAnd } from "./mask.js";
import { ranked } from "./ranked.js";
import { countOver } from "./reduction.js";
import type { Axes, ReduceOptions } from "./reduction.js";
import { spread, sumOver } from "./sum.js";
import { where } from "./where.js";

/** What entries are shifted by before the exponential: their largest, 0 where that is infinite. A constant. */
const shift = nonDifferentiable("shift", (x: Tensor, axes: Axes): Tensor => {
  if (countOver(x, axes) === 0) return 0;
  const largest = max(x, { axis: axes, keepdims: true });
  return where(isfinite(largest), largest, 0);
});

const logsumexpOver: PrimitiveFn<[x: Tensor, axes: Axes, keepdims: boolean], Tensor> = primitive(
  "logsumexp",
  (x: Tensor, axes: Axes, keepdims: boolean): Tensor => {
    const m = shift(x, axes);
    const total = log(sumOver(exp(sub(x, m)), axes, keepdims));
    return add(total, keepdims ? m : sumOver(m, axes, false));
  },
  {
    vjp: [(g, ans, x, axes) => mul(spread(g, shapeOf(x), axes), weights(x, ans, axes)), null, null],
    jvp: [(t, ans, x, axes, keepdims) => sumOver(mul(t, weights(x, ans, axes)), axes, keepdims), null, null],
  },
);

/** exp(x − ans): 0 where all is −∞, and 1 for the entries that are +∞. */
function weights(x: Tensor, ans: Tensor, axes: Axes): Tensor {
  const total = spread(ans, shapeOf(x), axes);
  const same = logicalAnd(isinf(total), equal(x, total));
  return exp(where(same, where(greater(total, 0), 0, -Infinity), sub(x, where(same, 0, total))));
}

export interface LogsumexpOptions extends ReduceOptions {
  /** Factors of the exponentials; they broadcast, and may be negative or 0. */
  readonly b?: Tensor | undefined;
}

/**
 * log Σ b·exp x over `axis`, shifted by the largest entry. Shapes: [..., n, ...] → without the reduced axes, or 1 with
 * `keepdims`. All entries −∞ give −∞, with derivative 0. Throws AxisError. Source: Blanchard, Higham & Higham 2021.
 */
export function logsumexp(
  x: Tensor,
  options?: {
    readonly axis?: null | undefined;
    readonly keepdims?: false | undefined;
    readonly b?: Tensor | undefined;
  },
): number;
export function logsumexp(x: Tensor, options?: LogsumexpOptions): Tensor;
export function logsumexp(x: Tensor, options: LogsumexpOptions = {}): Tensor {
  const { axis, keepdims = false, b } = checked("logsumexp", options, ["axis", "keepdims", "b"]);
  const axes = normalizeAxes("logsumexp", axis, shapeOf(x, "logsumexp").length);
  if (b === undefined) return logsumexpOver(x, axes, keepdims);
  const m = shift(x, axes);
  const total = log(sumOver(mul(b, exp(sub(x, m))), axes, keepdims));
  return add(total, keepdims ? m : sumOver(m, axes, false));
}

export interface SoftmaxOptions {
  /** The axis that sums to 1; the last by default. */
  readonly axis?: number | undefined;
}

const softmaxOver: PrimitiveFn<[x: Tensor, axes: Axes], Tensor> = primitive(
  "softmax",
  (x: Tensor, axes: Axes): Tensor => {
    const e = exp(sub(x, shift(x, axes)));
    return div(e, sumOver(e, axes, true));
  },
  {
    vjp: [(g, ans, _x, axes) => mul(ans, sub(g, sumOver(mul(g, ans), axes, true))), null],
    jvp: [(t, ans, _x, axes) => mul(ans, sub(t, sumOver(mul(t, ans), axes, true))), null],
  },
);

const logSoftmaxOver: PrimitiveFn<[x: Tensor, axes: Axes], Tensor> = primitive(
  "logSoftmax",
  (x: Tensor, axes: Axes): Tensor => {
    const shifted = sub(x, shift(x, axes));
    return sub(shifted, log(sumOver(exp(shifted), axes, true)));
  },
  {
    vjp: [(g, ans, _x, axes) => sub(g, mul(exp(ans), sumOver(g, axes, true))), null],
    jvp: [(t, ans, _x, axes) => sub(t, sumOver(mul(t, exp(ans)), axes, true)), null],
  },
);

/** exp x / Σ exp x along `axis`, shifted by the largest entry. Shapes: kept. Throws AxisError. */
export function softmax(x: Tensor, options: SoftmaxOptions = {}): Nd {
  const { axis = -1 } = checked("softmax", options, ["axis"]);
  return ranked(softmaxOver(x, [normalizeAxis("softmax", axis, shapeOf(x, "softmax").length)]));
}

/** x − log Σ exp x along `axis`: the log of `softmax`, exact where that underflows. Shapes: kept. Throws AxisError. */
export function logSoftmax(x: Tensor, options: SoftmaxOptions = {}): Nd {
  const { axis = -1 } = checked("logSoftmax", options, ["axis"]);
  return ranked(logSoftmaxOver(x, [normalizeAxis("logSoftmax", axis, shapeOf(x, "logSoftmax").length)]));
}

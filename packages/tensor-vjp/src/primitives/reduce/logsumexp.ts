/** Sums of exponentials on the log scale, and the softmax that is their slope. */
import { checked } from "../../options.js";
import { kernels } from "@ndgrad/kernels";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { nonDifferentiable } from "../../op.js";
import { normalizeAxes, normalizeAxis } from "../../shape.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { otherAxes, permuted } from "../../views.js";
import { add, mul, sub } from "../elementwise/arithmetic.js";
import { equal, greater } from "../elementwise/comparison.js";
import { exp, log } from "../elementwise/exponential.js";
import { max } from "./max-min.js";
import { isfinite, isinf, logicalAnd } from "../elementwise/mask.js";
import { ranked } from "../../ranked.js";
import { countOver, keptShape, reduceBy } from "./reduction.js";
import type { Axes, ReduceOptions } from "./reduction.js";
import { spread, sumOver } from "./sum.js";
import { where } from "../elementwise/where.js";

/** What entries are shifted by before the exponential: their largest, 0 where that is infinite. A constant. */
const shift = nonDifferentiable("shift", (x: Tensor, axes: Axes): Tensor => {
  if (countOver(x, axes) === 0) return 0;
  const largest = max(x, { axis: axes, keepdims: true });
  return where(isfinite(largest), largest, 0);
});

const logsumexpOver: Op<[x: Tensor, axes: Axes, keepdims: boolean]> = op(
  "logsumexp",
  {
    shapeOf: (x, axes, keepdims) => keptShape(shapeOf(x), axes, keepdims),
    fill: (out, x, axes) => reduceBy(kernels().logsumexp, out, asNd(x), axes),
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

const softmaxOver: Op<[x: Tensor, axis: number]> = op(
  "softmax",
  { shapeOf: (x) => shapeOf(x), fill: (out, x, axis) => kernels().softmax(...axisLast(out, asNd(x), axis)) },
  {
    vjp: [(g, ans, _x, axis) => mul(ans, sub(g, sumOver(mul(g, ans), [axis], true))), null],
    jvp: [(t, ans, _x, axis) => mul(ans, sub(t, sumOver(mul(t, ans), [axis], true))), null],
  },
);

const logSoftmaxOver: Op<[x: Tensor, axis: number]> = op(
  "logSoftmax",
  {
    shapeOf: (x) => shapeOf(x),
    fill: (out, x, axis) => kernels().logSoftmax(...axisLast(out, asNd(x), axis)),
  },
  {
    vjp: [(g, ans, _x, axis) => sub(g, mul(exp(ans), sumOver(g, [axis], true))), null],
    jvp: [(t, ans, _x, axis) => sub(t, sumOver(mul(t, exp(ans)), [axis], true)), null],
  },
);

/** Views of `out` and `x` for a kernel that works along the last axis. */
function axisLast(out: Nd, x: Nd, axis: number): [out: Nd, x: Nd] {
  if (axis === out.shape.length - 1) return [out, x];
  const order = [...otherAxes(out.shape.length, [axis]), axis];
  return [permuted(out, order), permuted(x, order)];
}

/** exp x / Σ exp x along `axis`, shifted by the largest entry. Shapes: kept. Throws AxisError. */
export function softmax(x: Tensor, options: SoftmaxOptions = {}): Nd {
  const { axis = -1 } = checked("softmax", options, ["axis"]);
  return ranked(softmaxOver(x, normalizeAxis("softmax", axis, shapeOf(x, "softmax").length)));
}

/** x − log Σ exp x along `axis`: the log of `softmax`, exact where that underflows. Shapes: kept. Throws AxisError. */
export function logSoftmax(x: Tensor, options: SoftmaxOptions = {}): Nd {
  const { axis = -1 } = checked("logSoftmax", options, ["axis"]);
  return ranked(logSoftmaxOver(x, normalizeAxis("logSoftmax", axis, shapeOf(x, "logSoftmax").length)));
}

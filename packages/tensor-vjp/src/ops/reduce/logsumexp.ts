/** Sums of exponentials on the log scale. */
import { method } from "../../method.js";
import { add, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { exp, log } from "../../primitives/elementwise/exponential.js";
import { logSumExpOver, shiftOf } from "../../primitives/reduce/log-sum-exp.js";
import { sumOver } from "../../primitives/reduce/sum.js";
import { normalizeAxes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import type { ReduceOptions } from "./reduction.js";

export interface LogsumexpOptions extends ReduceOptions {
  /** Factors of the exponentials, broadcasting; they may be negative or 0. */
  readonly b?: Tensor | undefined;
}

export interface LogsumexpOp {
  (
    x: Tensor,
    options?: {
      readonly axis?: null | undefined;
      readonly keepdims?: false | undefined;
      readonly b?: Tensor | undefined;
    },
  ): number;
  (x: Tensor, options?: LogsumexpOptions): Tensor;
}

/**
 * log Σ b·exp x over `axis`, shifted by the largest entry. Shapes: [..., n, ...] → without the reduced axes, or 1 with
 * `keepdims`. All entries −∞ give −∞, with derivative 0. Throws AxisError. Source: Blanchard, Higham & Higham 2021.
 */
export const logsumexp: LogsumexpOp = method(
  "logsumexp",
  { axis: undefined, keepdims: false, b: undefined },
  (x, { axis, keepdims, b }) => {
    const axes = normalizeAxes(axis, shapeOf(x).length);
    if (b === undefined) return logSumExpOver(x, axes, keepdims);
    const m = shiftOf(x, axes);
    const total = log(sumOver(mul(b, exp(sub(x, m))), axes, keepdims));
    return add(total, keepdims ? m : sumOver(m, axes, false));
  },
);

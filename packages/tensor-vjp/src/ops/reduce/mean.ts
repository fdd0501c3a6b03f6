/** Means, variances and standard deviations. */
import { method } from "../../method.js";
import { normalizeAxes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { div, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { equal } from "../../primitives/elementwise/comparison.js";
import { sqrt } from "../../primitives/elementwise/power.js";
import { countOver } from "../../primitives/reduce/axes.js";
import { reduction } from "./reduction.js";
import type { Axes } from "../../primitives/reduce/axes.js";
import type { ReduceOp, ReduceOptions } from "./reduction.js";
import { sumOver } from "../../primitives/reduce/sum.js";
import { where } from "../elementwise/where.js";

/** Mean over `axis`, NaN for no entries. Shapes: [..., n, ...] → without the reduced axes, or 1 with `keepdims`. Linear. */
export const mean: ReduceOp = reduction("mean", meanOver);

function meanOver(x: Tensor, axes: Axes, keepdims: boolean): Tensor {
  return div(sumOver(x, axes, keepdims), countOver(x, axes));
}

/** `ddof` is subtracted from the number of entries before dividing: 0 for a population, 1 for a sample. */
export interface VarianceOptions extends ReduceOptions {
  readonly ddof?: number | undefined;
}

export interface VarianceOp {
  (
    x: Tensor,
    options?: {
      readonly axis?: null | undefined;
      readonly keepdims?: false | undefined;
      readonly ddof?: number | undefined;
    },
  ): number;
  (x: Tensor, options?: VarianceOptions): Tensor;
}

/**
 * Mean squared distance from the mean over `axis`, in two passes. Shapes as for `mean`. NaN where n − ddof ≤ 0, and never
 * negative.
 */
export const variance: VarianceOp = dispersion("variance", (v) => v);

/** Square root of the variance. Shapes as for `mean`. Derivative 0 where all entries are equal. */
export const std: VarianceOp = dispersion("std", (v) => {
  // √ has no finite slope at 0: it gets 1 there, and is replaced by 0, whose derivatives of any order are 0.
  const constant = equal(v, 0);
  return where(constant, 0, sqrt(where(constant, 1, v)));
});

function dispersion(name: string, of: (variance: Tensor) => Tensor): VarianceOp {
  const op: VarianceOp = method(
    name,
    { axis: undefined, keepdims: false, ddof: 0 },
    (x, { axis, keepdims, ddof }) => {
      const axes = normalizeAxes(axis, shapeOf(x).length);
      const freedom = countOver(x, axes) - ddof;
      const squares = sumOver(square(sub(x, meanOver(x, axes, true))), axes, keepdims);
      return of(div(squares, freedom > 0 ? freedom : NaN));
    },
  );
  return op;
}

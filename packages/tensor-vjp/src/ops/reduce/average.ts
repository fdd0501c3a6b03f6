/** Weighted means, and the spread of entries. */
import { ShapeError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket, normalizeAxis, sameShape } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { div, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { max, min } from "../../primitives/reduce/max-min.js";
import { mean } from "./mean.js";
import { reduction } from "../../primitives/reduce/reduction.js";
import type { ReduceOp, ReduceOptions } from "../../primitives/reduce/reduction.js";
import { reshape } from "../../primitives/shape/reshape.js";
import { sum } from "../../primitives/reduce/sum.js";

export interface AverageOptions extends ReduceOptions {
  /** Of the shape of x, or one for each position along a single axis. */
  readonly weights?: Tensor | undefined;
}

export interface AverageOp {
  (
    x: Tensor,
    options?: {
      readonly axis?: null | undefined;
      readonly keepdims?: false | undefined;
      readonly weights?: Tensor | undefined;
    },
  ): number;
  (x: Tensor, options?: AverageOptions): Tensor;
}

/**
 * Σ w x/Σ w over `axis`; the mean without weights. Shapes as for `mean`. Differentiable in the weights too. Weights that
 * add up to 0 give ±∞ or NaN. Throws ShapeError where the weights have neither the shape of x nor that of the axis.
 */
export const average: AverageOp = weighted as AverageOp; // A number over all axes, without keepdims.

function weighted(x: Tensor, options: AverageOptions = {}): Tensor {
  const { axis, keepdims = false, weights } = checked("average", options, ["axis", "keepdims", "weights"]);
  if (weights === undefined) return mean(x, { axis, keepdims });
  const [shape, given] = [shapeOf(x, "average"), shapeOf(weights, "average")];
  let full = weights;
  if (!sameShape(shape, given)) {
    const a = typeof axis === "number" ? normalizeAxis("average", axis, shape.length) : -1;
    if (a < 0 || given.length !== 1 || given[0] !== shape[a])
      throw new ShapeError(
        `average: expected weights of ${bracket(shape)}, or of one axis, got ${bracket(given)}. Name the axis that they are for.`,
      );
    full = broadcastTo(reshape(weights, shape.map((n, b) => (b === a ? n : 1))), shape); // prettier-ignore
  }
  const over = { axis, keepdims };
  return div(sum(mul(full, x), over), sum(full, over));
}

/** Largest entry less the smallest. Shapes and ties as for `max`. Throws ValueError over no entries. */
export const ptp: ReduceOp = reduction("ptp", (x, axis, keepdims) =>
  sub(max(x, { axis, keepdims }), min(x, { axis, keepdims })),
);

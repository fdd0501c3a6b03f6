/** Weighted means, and the range of entries. */
import { ShapeError } from "../../errors.js";
import { method } from "../../method.js";
import { bracket, normalizeAxis, sameShape } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { div, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { max, min } from "./max-min.js";
import { mean } from "./mean.js";
import { reduction } from "./reduction.js";
import type { ReduceOp, ReduceOptions } from "./reduction.js";
import { reshape } from "../shape/reshape.js";
import { sum } from "./sum.js";

export interface AverageOptions extends ReduceOptions {
  /** In the shape of x, or one for each position along a single axis. */
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
 * Σ w x/Σ w over `axis`; without weights, the mean. Shapes as for `mean`. Differentiable in the weights too. Weights that
 * add up to 0 give ±∞ or NaN. Throws ShapeError unless the weights have the shape of x or of the axis.
 */
export const average: AverageOp = method(
  "average",
  { axis: undefined, keepdims: false, weights: undefined },
  (x, { axis, keepdims, weights }) => {
    if (weights === undefined) return mean(x, { axis, keepdims });
    const [shape, given] = [shapeOf(x), shapeOf(weights)];
    let full = weights;
    if (!sameShape(shape, given)) {
      const a = typeof axis === "number" ? normalizeAxis(axis, shape.length) : -1;
      if (a < 0 || given.length !== 1 || given[0] !== shape[a])
        throw new ShapeError(
          `expected weights of ${bracket(shape)}, or of one axis, got ${bracket(given)}. Name their axis.`,
        );
      full = broadcastTo(reshape(weights, shape.map((n, b) => (b === a ? n : 1))), shape); // prettier-ignore
    }
    const over = { axis, keepdims };
    return div(sum(mul(full, x), over), sum(full, over));
  },
);

/** Largest entry minus the smallest. Shapes and ties as for `max`. Throws ValueError where there are no entries. */
export const ptp: ReduceOp = reduction("ptp", (x, axis, keepdims) =>
  sub(max(x, { axis, keepdims }), min(x, { axis, keepdims })),
);

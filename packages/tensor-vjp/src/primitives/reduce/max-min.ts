/** The largest and smallest entry over axes. */
import { kernels } from "@ndgrad/kernels";
import { ValueError } from "../../errors.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { bracket } from "../../shape.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { shiftAxes } from "../batching.js";
import { div } from "../elementwise/arithmetic.js";
import { equal } from "../elementwise/comparison.js";
import { isnan, logicalOr } from "../elementwise/mask.js";
import { choose } from "../elementwise/where.js";
import { countOver, keptShape, reduceBy } from "./axes.js";
import type { Axes } from "./axes.js";
import { spread, sumOver, weightedSum } from "./sum.js";

type Extreme = Op<[x: Tensor, axes: Axes, keepdims: boolean]>;

export const maxOver: Extreme = extreme("max");
export const minOver: Extreme = extreme("min");

function extreme(name: "max" | "min"): Extreme {
  const fn: Extreme = primitive(name, {
    shape(x, axes, keepdims) {
      const shape = keptShape(shapeOf(x), axes, keepdims);
      if (countOver(x, axes) > 0 || sizeOf(shape) === 0) return shape;
      throw new ValueError(
        `expected at least one entry to reduce, got ${bracket(shapeOf(x))} over axes ${bracket(axes)}. ` +
          `An empty ${name} has no value.`,
      );
    },
    kernel: (out, x, axes) => reduceBy(kernels()[name], out, asNd(x), axes),
    derivative: weightedSum((x, ans, axes) => tieShares(x, ans, axes)),
    batching: (_batched, x, axes, keepdims) => fn(x, shiftAxes(axes), keepdims),
  });
  return fn;
}

/** How entries share a cotangent: equally between ties, or NaNs, as plain weights that sum to 1. */
const tieShares: Op<[x: Tensor, ans: Tensor, axes: Axes]> = primitive("tieShares", {
  compute(x, ans, axes) {
    const wins = choose(logicalOr(equal(x, spread(ans, shapeOf(x), axes)), isnan(x)), 1, 0);
    return div(wins, spread(sumOver(wins, axes, true), shapeOf(x), axes));
  },
  derivative: null,
  // The answer depends on x, so either both are batched or neither.
  batching: (_batched, x, ans, axes) => tieShares(x, ans, shiftAxes(axes)),
});

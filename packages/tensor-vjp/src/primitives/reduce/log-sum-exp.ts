/** Sums of exponentials on the log scale. */
import { kernels } from "@ndgrad/kernels";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { shiftAxes } from "../batching.js";
import { sub } from "../elementwise/arithmetic.js";
import { equal, greater } from "../elementwise/comparison.js";
import { exp } from "../elementwise/exponential.js";
import { isfinite, isinf, logicalAnd } from "../elementwise/mask.js";
import { choose } from "../elementwise/where.js";
import { broadcastTo } from "../shape/broadcast.js";
import { countOver, keptShape, reduceBy } from "./axes.js";
import type { Axes } from "./axes.js";
import { maxOver } from "./max-min.js";
import { spread, weightedSum } from "./sum.js";

/** log Σ exp x over normalized axes. */
export const logSumExpOver: Op<[x: Tensor, axes: Axes, keepdims: boolean]> = primitive("logsumexp", {
  shape: (x, axes, keepdims) => keptShape(shapeOf(x), axes, keepdims),
  kernel: (out, x, axes) => reduceBy(kernels().logsumexp, out, asNd(x), axes),
  derivative: weightedSum(weights),
  batching: (_batched, x, axes, keepdims) => logSumExpOver(x, shiftAxes(axes), keepdims),
});

/** exp(x − ans): 0 where all entries are −∞, and 1 for entries that are +∞. */
function weights(x: Tensor, ans: Tensor, axes: Axes): Tensor {
  const total = spread(ans, shapeOf(x), axes);
  const same = logicalAnd(isinf(total), equal(x, total));
  return exp(choose(same, choose(greater(total, 0), 0, -Infinity), sub(x, choose(same, 0, total))));
}

/** The shift of the entries before the exponential: the largest, or 0 if that is infinite. Counts as a constant. */
export const shiftOf: Op<[x: Tensor, axes: Axes]> = primitive("logsumexpShift", {
  compute(x, axes) {
    if (countOver(x, axes) === 0) return broadcastTo(0, keptShape(shapeOf(x), axes, true));
    const largest = maxOver(x, axes, true);
    return choose(isfinite(largest), largest, 0);
  },
  derivative: null,
  batching: (_batched, x, axes) => shiftOf(x, shiftAxes(axes)),
});

/** The largest and smallest entry over axes. */
import { kernels } from "@ndgrad/kernels";
import { nonDifferentiable } from "../../op.js";
import { ValueError } from "../../errors.js";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { bracket } from "../../shape.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { div, mul } from "../elementwise/arithmetic.js";
import { equal } from "../elementwise/comparison.js";
import { isnan, logicalOr } from "../elementwise/mask.js";
import { countOver, keptShape, reduceBy, reduction } from "./reduction.js";
import type { Axes, ReduceOp } from "./reduction.js";
import { spread, sumOver } from "./sum.js";
import { where } from "../elementwise/where.js";

type Extreme = Op<[x: Tensor, axes: Axes, keepdims: boolean]>;

function extreme(name: "max" | "min"): Extreme {
  return op(
    name,
    {
      shapeOf(x, axes, keepdims) {
        const shape = keptShape(shapeOf(x), axes, keepdims);
        if (countOver(x, axes) > 0 || sizeOf(shape) === 0) return shape;
        throw new ValueError(
          `${name}: expected at least one entry to reduce, got ${bracket(shapeOf(x))} over axes ${bracket(axes)}. ` +
            `An empty ${name} has no value.`,
        );
      },
      fill: (out, x, axes) => reduceBy(kernels()[name], out, asNd(x), axes),
    },
    {
      vjp: [(g, ans, x, axes) => mul(spread(g, shapeOf(x), axes), shares(x, ans, axes)), null, null],
      jvp: [(t, ans, x, axes, keepdims) => sumOver(mul(t, shares(x, ans, axes)), axes, keepdims), null, null],
    },
  );
}

/** How a cotangent is shared between the entries: equally between ties (or NaN), as plain weights that sum to 1. */
const shares = nonDifferentiable("shares", (x: Tensor, ans: Tensor, axes: Axes): Tensor => {
  const wins = where(logicalOr(equal(x, spread(ans, shapeOf(x), axes)), isnan(x)), 1, 0);
  return div(wins, spread(sumOver(wins, axes, true), shapeOf(x), axes));
});

/**
 * The largest entry over `axis`, NaN if any is. Shapes: [..., n, ...] → without the reduced axes, or 1 with `keepdims`.
 * Derivative: shared equally between ties, or between the NaNs. Throws ValueError where there is nothing to reduce,
 * AxisError for an axis out of range.
 */
export const max: ReduceOp = reduction("max", extreme("max"));

/** The smallest entry over `axis`; all else as `max`. */
export const min: ReduceOp = reduction("min", extreme("min"));

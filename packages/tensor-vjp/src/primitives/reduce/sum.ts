/** Sums over axes, and their transpose: spread a reduced array back over the axes. */
import { kernels } from "@ndgrad/kernels";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { broadcastTo } from "../shape/broadcast.js";
import { keptShape, reduceBy, reduction } from "./reduction.js";
import type { Axes, ReduceOp } from "./reduction.js";
import { reshape } from "../shape/reshape.js";

/** Sum over normalised axes. */
export const sumOver: Op<[x: Tensor, axes: Axes, keepdims: boolean]> = op(
  "sum",
  {
    shapeOf: (x, axes, keepdims) => keptShape(shapeOf(x), axes, keepdims),
    fill: (out, x, axes) => reduceBy(kernels().sum, out, asNd(x), axes),
  },
  {
    vjp: [(g, _ans, x, axes) => spread(g, shapeOf(x), axes), null, null],
    jvp: ["linear", null, null],
  },
);

/** `g`, of a shape whose `axes` were reduced (with or without keepdims), repeated along them to `shape`. */
export function spread(g: Tensor, shape: Shape, axes: Axes): Tensor {
  return broadcastTo(typeof g === "number" ? g : reshape(g, keptShape(shape, axes, true)), shape);
}

/**
 * Sum of the entries along `axis`, pairwise. Shapes: [..., n, ...] → without the reduced axes, or 1 with `keepdims`.
 * Linear. Empty: 0. Throws AxisError for an axis out of range, ValueError for one named twice.
 */
export const sum: ReduceOp = reduction("sum", sumOver);

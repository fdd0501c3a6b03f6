/** Sums over axes, and their transpose: spread a reduced array back over the axes. */
import { kernels } from "@ndgrad/kernels";
import { inFirst, linear } from "../../derivative.js";
import { primitive } from "../../primitive.js";
import type { Derivative, Op } from "../../primitive.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { shiftAxes } from "../batching.js";
import { mul } from "../elementwise/arithmetic.js";
import { broadcastTo } from "../shape/broadcast.js";
import { withShape } from "../shape/reshape.js";
import { keptShape, reduceBy } from "./axes.js";
import type { Axes } from "./axes.js";

/** Sum over normalized axes. */
export const sumOver: Op<[x: Tensor, axes: Axes, keepdims: boolean]> = primitive("sum", {
  shape: (x, axes, keepdims) => keptShape(shapeOf(x), axes, keepdims),
  kernel: (out, x, axes) => reduceBy(kernels().sum, out, asNd(x), axes),
  derivative: linear((g, _ans, x, axes) => spread(g, shapeOf(x), axes)),
  batching: (_batched, x, axes, keepdims) => sumOver(x, shiftAxes(axes), keepdims),
});

/** `g`, of a shape whose `axes` were reduced (with or without keepdims), repeated along them to `shape`. */
export function spread(g: Tensor, shape: Shape, axes: Axes): Tensor {
  return broadcastTo(typeof g === "number" ? g : withShape(g, keptShape(shape, axes, true)), shape);
}

/** The derivative of a reduction whose tangent is the weighted sum of the tangents of the entries. */
export function weightedSum(
  weights: (x: Tensor, ans: Tensor, axes: Axes) => Tensor,
): Derivative<[x: Tensor, axes: Axes, keepdims: boolean], Tensor> {
  return inFirst(
    (g, ans, x, axes) => mul(spread(g, shapeOf(x), axes), weights(x, ans, axes)),
    (t, ans, x, axes, keepdims) => sumOver(mul(t, weights(x, ans, axes)), axes, keepdims),
  );
}

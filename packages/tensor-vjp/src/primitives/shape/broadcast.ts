/** Repeat along new or size-1 axes, and its transpose: sum over them. */
import { kernels } from "@ndgrad/kernels";
import { linear } from "../../derivative.js";
import { ShapeError } from "../../errors.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { constant } from "../../scope.js";
import { bracket, sameShape } from "../../shape.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { broadcastView, permuteView, reshapeView } from "../../views.js";
import { onesOf, raiseRank } from "../batching.js";
import { reshapeTo } from "./reshape.js";

/**
 * `x` repeated to `shape` by NumPy's broadcasting rule.
 * Shapes: any that broadcasts to `shape` → `shape`. Linear. Throws ShapeError where `x` does not broadcast to `shape`.
 */
export const broadcastTo: Op<[x: Tensor, shape: Shape]> = primitive("broadcastTo", {
  shape(x, shape) {
    const from = shapeOf(x);
    const lead = shape.length - from.length;
    if (lead >= 0 && from.every((d, i) => d === shape[lead + i] || d === 1))
      // A fresh list: the user may write to the one that was given.
      return shape.slice();
    throw new ShapeError(
      `expected a shape that ${bracket(from)} broadcasts to, got ${bracket(shape)}. ` +
        `Counted from the end, sizes must be equal, or 1 in the array.`,
    );
  },
  kernel: (out, x) => kernels().copy(out, typeof x === "number" ? x : broadcastView(x, out.shape)),
  view: (x, shape) => (typeof x === "number" ? constant(x, shape.slice()) : broadcastView(x, shape.slice())),
  derivative: linear((g, _ans, x) => sumTo(g, shapeOf(x))),
  batching: (_batched, x, shape) => broadcastTo(raiseRank(x, shape.length), [shapeOf(x)[0]!, ...shape]),
});

/** The transpose of `broadcastTo`: sum over the axes that broadcasting `shape` to that of `x` would add or stretch. */
export const sumTo: Op<[x: Tensor, shape: Shape]> = primitive("sumTo", {
  shape: (_x, shape) => shape,
  kernel(out, x) {
    const nd = asNd(x);
    const lead = nd.shape.length - out.shape.length;
    const kept: number[] = [];
    const summed: number[] = [];
    for (let a = 0; a < nd.shape.length; a++)
      (a < lead || (out.shape[a - lead] === 1 && nd.shape[a] !== 1) ? summed : kept).push(a);
    const target = reshapeView(out, kept.map((a) => nd.shape[a]!)); // prettier-ignore
    kernels().sum(target, permuteView(nd, [...kept, ...summed]));
  },
  derivative: linear((g, _ans, x) => broadcastTo(g, shapeOf(x))),
  batching(_batched, x, shape) {
    const [size, ...from] = shapeOf(x);
    return reshapeTo(sumTo(x, [size!, ...onesOf(from.length - shape.length), ...shape]), [size!, ...shape]);
  },
});

/** A cotangent of a broadcast argument `x`, brought back to the shape of `x`. */
export function unbroadcast(g: Tensor, x: Tensor): Tensor {
  const shape = shapeOf(x);
  return sameShape(shapeOf(g), shape) ? g : sumTo(g, shape);
}

/** A tangent of one argument of a broadcasting op, brought to the shape of its answer. */
export function expandLike(t: Tensor, ans: Tensor): Tensor {
  const shape = shapeOf(ans);
  return sameShape(shapeOf(t), shape) ? t : broadcastTo(t, shape);
}

/** `x`, which is the same for all examples, repeated for each of `size` examples. */
export function inEveryExample(x: Tensor, size: number): Tensor {
  return broadcastTo(x, [size, ...shapeOf(x)]);
}

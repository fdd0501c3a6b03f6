/** Positions of extremes, and sorting orders. Plain results, never in a graph. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels, ndarray } from "@ndgrad/kernels";
import { ValueError } from "../../errors.js";
import { primitive } from "../../primitive.js";
import { bracket } from "../../shape.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Indices, Tensor } from "../../tensor.js";
import { otherAxes, permuteView } from "../../views.js";
import { shiftAxes } from "../batching.js";
import { countOver, keptShape } from "./axes.js";
import type { Axes } from "./axes.js";

type Position = PrimitiveFn<[x: Tensor, axes: Axes, keepdims: boolean], Indices>;

export const argmaxOver: Position = position("argmax");
export const argminOver: Position = position("argmin");

function position(name: "argmax" | "argmin"): Position {
  const fn: Position = primitive(name, {
    compute(x, axes, keepdims) {
      const shape = shapeOf(x);
      const to = keptShape(shape, axes, keepdims);
      if (countOver(x, axes) === 0 && sizeOf(to) > 0)
        throw new ValueError(
          `expected at least one entry, got ${bracket(shape)} over axes ${bracket(axes)}. Drop empty axes first.`,
        );
      const kept = otherAxes(shape.length, axes);
      const out = ndarray(new Int32Array(sizeOf(to)), kept.map((a) => shape[a]!)); // prettier-ignore
      kernels()[name](out, permuteView(asNd(x), [...kept, ...axes]));
      return to.length === 0 ? out.data[0]! : ndarray(out.data, to.slice());
    },
    derivative: null,
    batching: (_batched, x, axes, keepdims) => fn(x, shiftAxes(axes), keepdims),
  });
  return fn;
}

/** Positions along `axis` that sort the entries in ascending order: stable, NaN last. */
export const argsortAlong: PrimitiveFn<[x: Tensor, axis: number], Exclude<Indices, number>> = primitive(
  "argsort",
  {
    compute(x, axis) {
      const nd = asNd(x);
      const out = ndarray(new Int32Array(sizeOf(nd.shape)), nd.shape.slice());
      const order = [...otherAxes(nd.shape.length, [axis]), axis];
      kernels().argsort(out.transpose(...order), permuteView(nd, order));
      return out;
    },
    derivative: null,
    batching: (_batched, x, axis) => argsortAlong(x, axis + 1),
  },
);

/** Where the extremes stand, and in which order the entries. Plain results, in no graph. */
import { kernels } from "@ndgrad/kernels";
import ndarray from "ndarray";
import { nonDifferentiable } from "../../op.js";
import { ValueError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Indices, Tensor } from "../../tensor.js";
import { otherAxes, permuted } from "../../views.js";
import { countOver, keptShape } from "./reduction.js";
import type { Axes } from "./reduction.js";

export interface PositionOptions {
  /** The axis to search; `null`, and absent, for all entries in row-major order. */
  readonly axis?: number | null | undefined;
  readonly keepdims?: boolean | undefined;
}

export interface PositionOp {
  (x: Tensor, options?: { readonly axis?: null | undefined; readonly keepdims?: false | undefined }): number;
  (x: Tensor, options?: PositionOptions): Indices;
}

function position(name: "argmax" | "argmin"): PositionOp {
  const of = nonDifferentiable(name, (x: Tensor, axes: Axes, keepdims: boolean): Indices => {
    const shape = shapeOf(x);
    const to = keptShape(shape, axes, keepdims);
    if (countOver(x, axes) === 0 && sizeOf(to) > 0)
      throw new ValueError(
        `${name}: expected at least one entry, got ${bracket(shape)} over axes ${bracket(axes)}. Nothing has no position.`,
      );
    const kept = otherAxes(shape.length, axes);
    const out = ndarray(new Int32Array(sizeOf(to)), kept.map((a) => shape[a]!)); // prettier-ignore
    kernels()[name](out, permuted(asNd(x), [...kept, ...axes]));
    return to.length === 0 ? out.data[0]! : ndarray(out.data, to.slice());
  });
  const search = (x: Tensor, options: PositionOptions = {}): Indices => {
    const { axis = null, keepdims = false } = checked(name, options, ["axis", "keepdims"]);
    const rank = shapeOf(x, name).length;
    return of(x, axis === null ? [...Array(rank).keys()] : [normalizeAxis(name, axis, rank)], keepdims);
  };
  // Without an axis the result is one position.
  return search as PositionOp;
}

/** Position of the largest entry, the first of equals; the first NaN wins. Throws ValueError for nothing to search, AxisError. */
export const argmax: PositionOp = position("argmax");

/** Position of the smallest entry, the first of equals; the first NaN wins. Throws ValueError for nothing to search, AxisError. */
export const argmin: PositionOp = position("argmin");

const argsortLast = nonDifferentiable("argsort", (x: Tensor, axis: number): Exclude<Indices, number> => {
  const nd = asNd(x);
  const out = ndarray(new Int32Array(sizeOf(nd.shape)), nd.shape.slice());
  const order = [...otherAxes(nd.shape.length, [axis]), axis];
  kernels().argsort(out.transpose(...order), permuted(nd, order));
  return out;
});

/** Positions along `axis`, the last by default, in ascending order of the entries: stable, NaN last. Throws AxisError. */
export function argsort(
  x: Tensor,
  options: { readonly axis?: number | undefined } = {},
): Exclude<Indices, number> {
  const { axis = -1 } = checked("argsort", options, ["axis"]);
  return argsortLast(x, normalizeAxis("argsort", axis, shapeOf(x, "argsort").length));
}

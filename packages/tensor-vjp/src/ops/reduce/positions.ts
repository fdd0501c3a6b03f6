/** Positions of extremes, and sorting orders. Plain results, never in a graph. */
import { method } from "../../method.js";
import { argmaxOver, argminOver, argsortAlong } from "../../primitives/reduce/positions.js";
import { normalizeAxes, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Indices, Tensor } from "../../tensor.js";

export interface PositionOptions {
  /** The axis to search; `null` (default) for all entries in row-major order. */
  readonly axis?: number | null | undefined;
  readonly keepdims?: boolean | undefined;
}

export interface PositionOp {
  (x: Tensor, options?: { readonly axis?: null | undefined; readonly keepdims?: false | undefined }): number;
  (x: Tensor, options?: PositionOptions): Indices;
}

function position(name: string, over: typeof argmaxOver): PositionOp {
  const search: PositionOp = method(name, { axis: null, keepdims: false }, (x, { axis, keepdims }) =>
    over(x, normalizeAxes(axis, shapeOf(x).length), keepdims),
  );
  return search;
}

/** Position of the largest entry, the first of ties; the first NaN wins. Throws ValueError for no entries, AxisError. */
export const argmax: PositionOp = position("argmax", argmaxOver);

/** Position of the smallest entry, the first of ties; the first NaN wins. Throws ValueError for no entries, AxisError. */
export const argmin: PositionOp = position("argmin", argminOver);

/** Positions along `axis`, the last by default, that sort the entries in ascending order: stable, NaN last. Throws AxisError. */
export const argsort: (
  x: Tensor,
  options?: { readonly axis?: number | undefined },
) => Exclude<Indices, number> = method("argsort", { axis: -1 }, (x, { axis }) =>
  argsortAlong(x, normalizeAxis(axis, shapeOf(x).length)),
);

/** Reading along one axis. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Indices, Mask, Nd, Tensor } from "../../tensor.js";
import { read } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import type { BooleanArray, IntegerArray } from "./expression.js";
import { entriesSelection, rowsSelection } from "../../primitives/index/gather.js";
import { arrayItem, positionItem } from "./items.js";
import { broadcastPoints, normalizePosition, pointsOf, unravel } from "./points.js";

export interface TakeOptions {
  readonly axis?: number | null | undefined;
}

/**
 * The entries of `x` at `positions` along `axis`; by default, of `x` flattened. A number drops the axis; an array of
 * positions puts its own axes in its place. Linear; an entry taken twice collects both cotangents.
 * Throws IndexError for a position out of range, AxisError for an axis out of range.
 */
export const take: (x: Tensor, positions: Indices | IntegerArray, options?: TakeOptions) => Tensor = method(
  "take",
  { axis: null },
  (x, positions, { axis }) => {
    const shape = shapeOf(x);
    const item = positionItem(positions);
    if (axis === null) {
      const flat = item.values.map((i) => normalizePosition(i, [sizeOf(shape)], 0));
      return read(x, entriesSelection(item.shape, unravel(flat, shape, 0)));
    }
    const a = normalizeAxis(axis, shape.length);
    const at = item.values.map((i) => normalizePosition(i, shape, a));
    return read(x, rowsSelection(shape, a, at, item.shape));
  },
);

/**
 * The entries of `x` at `positions` along `axis`, the last by default, and at the same position as in the result along all
 * other axes. It reads what `argsort`, or `argmax` with `keepdims`, point to. Shapes: `x` and `positions` have one rank
 * and broadcast except along `axis`. Linear; an entry taken twice collects both cotangents.
 * Throws ShapeError where ranks differ, IndexError for a position out of range, AxisError.
 */
export const takeAlongAxis: (
  x: Tensor,
  positions: Indices | IntegerArray,
  options?: { readonly axis?: number | undefined },
) => Nd = method("takeAlongAxis", { axis: -1 }, (x, positions, { axis }) => {
  const shape = shapeOf(x);
  const a = normalizeAxis(axis, shape.length);
  const item = positionItem(positions);
  if (item.shape.length !== shape.length)
    throw new ShapeError(
      `expected positions of rank ${shape.length}, got ${bracket(item.shape)} for ${bracket(shape)}. ` +
        `Keep the axis (keepdims), or use take to read the same positions in every row.`,
    );
  const lists = shape.map((n, b) => {
    if (b === a) return pointsOf(item, shape, a);
    return {
      shape: shape.map((_, c) => (c === b ? n : 1)),
      positions: [{ axis: b, at: Int32Array.from({ length: n }, (_, i) => i) }],
    };
  });
  const points = broadcastPoints(lists);
  return asArray(read(x, entriesSelection(points.shape, points.positions)));
});

/**
 * The slices of `x` along `axis` where the vector `condition` is true; by default, entries of `x` flattened.
 * `condition` may be shorter than the axis: the rest is dropped. Linear.
 * Throws ShapeError where `condition` is not a vector, IndexError where it is true past the end, AxisError.
 */
export const compress: (condition: Mask | BooleanArray | Tensor, x: Tensor, options?: TakeOptions) => Nd =
  method("compress", { axis: null }, (condition, x, { axis }) => {
    const item = arrayItem(condition);
    if (item?.shape.length !== 1)
      throw new ShapeError(
        `expected a vector of conditions, got ${item === undefined ? "one value" : bracket(item.shape)}. ` +
          `Use at(x, mask) for a mask of the array.`,
      );
    const chosen = Int32Array.from(item.values.keys()).filter((i) => item.values[i] !== 0);
    return asArray(take(x, chosen, { axis }));
  });

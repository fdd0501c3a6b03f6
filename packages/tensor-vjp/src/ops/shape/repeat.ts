/** Entries repeated in place. */
import { method } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Indices, Nd, Tensor } from "../../tensor.js";
import { ravel } from "./dimensions.js";
import type { IntegerArray } from "../index/expression.js";
import { rowsSelection } from "../../primitives/index/gather.js";
import { positionItem } from "../index/items.js";
import { read } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import { repeatAxes } from "../../primitives/shape/tile-and-repeat.js";

export interface RepeatOptions {
  readonly axis?: number | null | undefined;
}

/**
 * Each entry of `x` repeated in place along `axis`, as often as `counts` says: one number for all, or one for each
 * position. Without an axis, of `x` flattened. Linear; an entry collects the cotangents of its copies.
 * Throws ValueError for negative counts, IndexError for fractional ones, ShapeError for a wrong number of them, AxisError.
 */
export const repeat: (x: Tensor, counts: Indices | IntegerArray, options?: RepeatOptions) => Nd = method(
  "repeat",
  { axis: null },
  (x, counts, { axis }) => {
    if (axis === null && shapeOf(x).length !== 1) return repeat(ravel(x), counts, { axis: 0 });
    const shape = shapeOf(x);
    const a = normalizeAxis(axis ?? 0, shape.length);
    const { shape: given, values } = positionItem(counts);
    if (values.some((n) => n < 0))
      throw new ValueError(
        `expected counts of 0 or more, got ${bracket([...values])}. Use 0 to drop an entry.`,
      );
    if (values.length === 1)
      return asArray(
        repeatAxes(
          x,
          shape.map((_, b) => ({ laps: 1, times: b === a ? values[0]! : 1 })),
        ),
      );
    if (given.length !== 1 || values.length !== shape[a])
      throw new ShapeError(
        `expected one count or ${shape[a]}, got ${bracket(given)} for axis ${a} of ${bracket(shape)}. ` +
          `Give a count for each position.`,
      );
    const positions = Array.from(values).flatMap((n, i) => new Array<number>(n).fill(i));
    return asArray(read(x, rowsSelection(shape, a, Int32Array.from(positions))));
  },
);

/** Positions in sorted arrays. */
import { ShapeError } from "../../errors.js";
import { method } from "../../method.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Indices, Tensor } from "../../tensor.js";
import { searchSorted } from "../../primitives/sampled/search.js";
import type { Side } from "../../primitives/sampled/search.js";

/** Where a value goes that equals entries of the array: before them (`left`) or after (`right`). */
export interface SearchOptions {
  readonly side?: Side | undefined;
}

/**
 * Where each of `values` can be inserted in `sorted`, a vector in ascending order (NaN last), to keep the order: a position
 * in 0 … n. Plain integers, never in a graph. Throws ShapeError unless `sorted` is a vector.
 */
export const searchsorted: (sorted: Tensor, values: Tensor, options?: SearchOptions) => Indices = method(
  "searchsorted",
  { side: "left" },
  (sorted, values, { side }) => {
    const shape = shapeOf(sorted);
    if (shape.length === 1) return searchSorted(sorted, values, side);
    throw new ShapeError(`expected a vector in ascending order, got ${bracket(shape)}. Use ravel and sort.`);
  },
);

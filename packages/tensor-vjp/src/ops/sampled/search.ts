/** Positions in sorted arrays, and values between samples. */
import { method } from "../../method.js";
import ndarray from "ndarray";
import { nonDifferentiable } from "../../op.js";
import { ShapeError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { numberOf, shapeOf } from "../../tensor.js";
import type { Indices, Tensor } from "../../tensor.js";
import { ravel } from "../shape/dimensions.js";

/** Where a value goes that is equal to entries of the array: before them (`left`) or after. */
export interface SearchOptions {
  readonly side?: "left" | "right" | undefined;
}

const search = nonDifferentiable(
  "searchsorted",
  (sorted: Tensor, values: Tensor, side: "left" | "right"): Indices => {
    const [n, ...rest] = shapeOf(sorted);
    if (n === undefined || rest.length > 0)
      throw new ShapeError(
        `expected a vector in ascending order, got ${bracket(shapeOf(sorted))}. Use ravel and sort.`,
      );
    const entries = ravel(sorted).data;
    const goesBefore =
      side === "left" ? (x: number, y: number) => !isLess(y, x) : (x: number, y: number) => isLess(x, y);
    const find = (x: number): number => bisect(n, (i) => goesBefore(x, entries[i]!));
    const shape = shapeOf(values);
    if (shape.length === 0) return find(numberOf(values));
    return ndarray(Int32Array.from(ravel(values).data, find), shape.slice());
  },
);

/** Ascending, NaN last. */
function isLess(x: number, y: number): boolean {
  return x < y || (y !== y && x === x);
}

/** The first i in 0 … n that `holds`, which goes from false to true. */
function bisect(n: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Where each of `values` would go in `sorted`, a vector in ascending order (NaN last), to keep the order: a position in
 * 0 … n. Plain integers, in no graph. Throws ShapeError where `sorted` is no vector.
 */
export const searchsorted: (sorted: Tensor, values: Tensor, options?: SearchOptions) => Indices = method(
  "searchsorted",
  { side: "left" },
  (sorted, values, { side }) => search(sorted, values, side),
);

/** Positions in sorted arrays, searched row by row in a stack of them. Plain results, never in a graph. */
import { ndarray } from "@ndgrad/kernels";
import type { PrimitiveFn } from "@ndgrad/core";
import { ValueError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Indices, Mask, Tensor } from "../../tensor.js";
import { asContiguous } from "../../views.js";
import { inEveryExample } from "../shape/broadcast.js";

export type Side = "left" | "right";

/** Searches `sorted` [..., n], each row in ascending order, for `values` [..., and any axes after]. */
type Search<Rest extends readonly unknown[]> = PrimitiveFn<
  [sorted: Tensor, values: Tensor, ...rest: Rest],
  Indices
>;

/** Where each of `values` can be inserted to keep the order: a position in 0 … n. */
export const searchSorted: Search<[side: Side]> = primitive("searchsorted", {
  compute: (sorted, values, side) => positions(sorted, values, (row, x) => insertionPoint(row, x, side)),
  derivative: null,
  batching: (batched, sorted, values, side) => searchSorted(...bothInEach(batched, sorted, values), side),
});

/** The position of the left one of the two samples that surround each value; outside, that of the outermost pair. */
export const cellOf: Search<[]> = primitive("interpCell", {
  compute: (samples, values) =>
    positions(samples, values, (row, x) =>
      Math.min(Math.max(insertionPoint(row, x, "right") - 1, 0), row.length - 2),
    ),
  derivative: null,
  batching: (batched, samples, values) => cellOf(...bothInEach(batched, samples, values)),
});

/** Both arguments as batches, except that a vector may stay one vector for all examples. */
function bothInEach(
  [inSorted, inValues]: readonly boolean[],
  sorted: Tensor,
  values: Tensor,
): [sorted: Tensor, values: Tensor] {
  const size = shapeOf(inSorted ? sorted : values)[0]!;
  return [
    inSorted || shapeOf(sorted).length === 1 ? sorted : inEveryExample(sorted, size),
    inValues ? values : inEveryExample(values, size),
  ];
}

/** `find` applied to each value and its row. */
function positions(sorted: Tensor, values: Tensor, find: (row: Float64Array, x: number) => number): Indices {
  const shape = shapeOf(values);
  const rows = rowsOf(sorted);
  if (typeof values === "number") return find(rows[0]!, values);
  const data = entriesOf(values);
  const each = data.length / rows.length;
  const found = Int32Array.from(data, (x, i) => find(rows[Math.floor(i / each)]!, x));
  return shape.length === 0 ? found[0]! : ndarray(found, shape.slice());
}

function insertionPoint(row: Float64Array, x: number, side: Side): number {
  return bisect(row.length, side === "left" ? (i) => !isLess(row[i]!, x) : (i) => isLess(x, row[i]!));
}

/** Ascending, NaN last. */
function isLess(x: number, y: number): boolean {
  return x < y || (y !== y && x === x);
}

/** The first i in 0 … n for which `holds`, which goes from false to true once. */
function bisect(n: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** True. Throws ValueError unless samples are in strictly ascending order: otherwise every value would be wrong. */
export const checkAscending: PrimitiveFn<[samples: Tensor], Mask> = primitive("interpCheck", {
  compute(samples) {
    rowsOf(samples).forEach(checkRow);
    const stack = shapeOf(samples).slice(0, -1);
    return stack.length === 0 ? true : ndarray(new Uint8Array(sizeOf(stack)).fill(1), stack);
  },
  derivative: null,
  batching: leadingAxis,
});

function checkRow(row: Float64Array): void {
  const i = row.findIndex((x, k) => k > 0 && !(x > row[k - 1]!));
  if (row.length > 0 && i === -1) return;
  const got = row.length === 0 ? "none" : `${row[i]} after ${row[i - 1]}`;
  throw new ValueError(
    `expected xp in strictly ascending order, got ${got}. Sort the samples: take(xp, argsort(xp)).`,
  );
}

/** The vectors along the last axis. */
function rowsOf(x: Tensor): Float64Array[] {
  const [shape, data] = [shapeOf(x), entriesOf(x)];
  const n = shape.at(-1) ?? 1;
  return Array.from({ length: sizeOf(shape.slice(0, -1)) }, (_, i) => data.subarray(i * n, (i + 1) * n));
}

/** In row-major order. */
function entriesOf(x: Tensor): Float64Array {
  const { data, offset, size } = asContiguous(asNd(x));
  return data.subarray(offset, offset + size);
}

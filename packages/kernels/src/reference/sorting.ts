/** Sorts a row: ascending, stable, NaN last. */
import { sortPairs } from "./merge-sort.js";
import type { RowMap } from "./rows.js";

export const sort: RowMap<Float64Array> = (n, out, to, toStep, x, from, fromStep) => {
  const { keys } = sortRow(n, x, from, fromStep);
  for (let i = 0; i < n; i++, to += toStep) out[to] = keys[i]!;
};

export const argsort: RowMap<Int32Array> = (n, out, to, toStep, x, from, fromStep) => {
  const { indices } = sortRow(n, x, from, fromStep);
  for (let i = 0; i < n; i++, to += toStep) out[to] = indices[i]!;
};

/** The entries of a row in order, with their original indices. */
function sortRow(n: number, x: Float64Array, from: number, step: number) {
  const keys = new Float64Array(n);
  const indices = new Int32Array(n);
  let numbers = 0;
  let last = n;
  // NaN can't be compared: NaNs fill the end from right to left, and are reversed below to keep their order.
  for (let i = 0; i < n; i++, from += step) {
    const key = x[from]!;
    const to = key === key ? numbers++ : --last;
    keys[to] = key;
    indices[to] = i;
  }
  indices.subarray(numbers).reverse();
  return sortPairs(keys, indices, numbers);
}

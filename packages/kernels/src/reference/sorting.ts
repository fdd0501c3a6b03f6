/** Sorting along the last axis: ascending, stable, NaN last. */
import { sortPairs } from "./merge-sort.js";
import type { RowMap } from "./rows.js";

export const sort: RowMap<Float64Array> = (n, out, to, toStep, x, from, fromStep) => {
  const { keys } = sorted(n, x, from, fromStep);
  for (let i = 0; i < n; i++, to += toStep) out[to] = keys[i]!;
};

export const argsort: RowMap<Int32Array> = (n, out, to, toStep, x, from, fromStep) => {
  const { places } = sorted(n, x, from, fromStep);
  for (let i = 0; i < n; i++, to += toStep) out[to] = places[i]!;
};

/** The entries of a row in order, with the places where they stood. */
function sorted(n: number, x: Float64Array, from: number, step: number) {
  const keys = new Float64Array(n);
  const places = new Int32Array(n);
  let numbers = 0;
  let last = n;
  // NaN has no place in an order: NaNs go to the end, from the last to the first, and come round again below.
  for (let i = 0; i < n; i++, from += step) {
    const key = x[from]!;
    const to = key === key ? numbers++ : --last;
    keys[to] = key;
    places[to] = i;
  }
  places.subarray(numbers).reverse();
  return sortPairs(keys, places, numbers);
}

/** Sorting along the last axis: ascending, stable, NaN last. */
import type { Sorting } from "../kernels.js";
import { alongLast } from "./along.js";

export const sorting: Sorting = {
  sort: alongLast<Float64Array>((n, out, to, toStep, x, from, fromStep) => {
    for (const i of order(n, x, from, fromStep)) {
      out[to] = x[from + i * fromStep]!;
      to += toStep;
    }
  }),
  argsort: alongLast<Int32Array>((n, out, to, toStep, x, from, fromStep) => {
    for (const i of order(n, x, from, fromStep)) {
      out[to] = i;
      to += toStep;
    }
  }),
};

/** The positions of the entries, smallest first: the sort of typed arrays is stable. */
function order(n: number, x: Float64Array, from: number, step: number): Int32Array {
  const positions = new Int32Array(n);
  for (let i = 0; i < n; i++) positions[i] = i;
  return positions.sort((i, j) => {
    const a = x[from + i * step]!;
    const b = x[from + j * step]!;
    return a < b ? -1 : a > b ? 1 : a === b ? 0 : Number(a !== a) - Number(b !== b);
  });
}

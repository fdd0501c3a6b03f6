/** Cumulative sums and products of a row. */
import type { RowMap } from "./rows.js";

export const cumsum: RowMap<Float64Array> = (n, out, to, toStep, x, from, fromStep) => {
  let s = 0;
  for (let i = 0; i < n; i++, to += toStep, from += fromStep) out[to] = s += x[from]!;
};

export const cumprod: RowMap<Float64Array> = (n, out, to, toStep, x, from, fromStep) => {
  let p = 1;
  for (let i = 0; i < n; i++, to += toStep, from += fromStep) out[to] = p *= x[from]!;
};

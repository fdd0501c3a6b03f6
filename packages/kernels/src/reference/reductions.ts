/** Reductions of one row: sum, product, extremes and where they are. */
import type { Reductions } from "../kernels.js";
import { reduction } from "./along.js";

export const reductions: Reductions = {
  sum: reduction(sumOfRow),
  prod: reduction((x, offset, n, step) => {
    let p = 1;
    for (let i = 0; i < n; i++, offset += step) p *= x[offset]!;
    return p;
  }),
  max: reduction((x, offset, n, step) => {
    let m = -Infinity;
    for (let i = 0; i < n; i++, offset += step) m = Math.max(m, x[offset]!);
    return m;
  }),
  min: reduction((x, offset, n, step) => {
    let m = Infinity;
    for (let i = 0; i < n; i++, offset += step) m = Math.min(m, x[offset]!);
    return m;
  }),
  argmax: reduction((x, offset, n, step) => {
    let best = 0;
    let m = x[offset]!;
    for (let i = 1; i < n && m === m; i++) {
      const v = x[(offset += step)]!;
      if (!(v <= m)) {
        m = v;
        best = i;
      }
    }
    return best;
  }),
  argmin: reduction((x, offset, n, step) => {
    let best = 0;
    let m = x[offset]!;
    for (let i = 1; i < n && m === m; i++) {
      const v = x[(offset += step)]!;
      if (!(v >= m)) {
        m = v;
        best = i;
      }
    }
    return best;
  }),
};

/** Halves are summed apart, so that the rounding errors of n entries meet in log n additions (Higham 1993). */
function sumOfRow(x: Float64Array, offset: number, n: number, step: number): number {
  if (n <= 128) {
    let s = 0;
    for (let i = 0; i < n; i++, offset += step) s += x[offset]!;
    return s;
  }
  const half = n >> 1;
  return sumOfRow(x, offset, half, step) + sumOfRow(x, offset + half * step, n - half, step);
}

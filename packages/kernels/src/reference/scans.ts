/** Running sums and products along the last axis. */
import type { Scans } from "../kernels.js";
import { alongLast } from "./along.js";

export const scans: Scans = {
  cumsum: alongLast<Float64Array>((n, out, to, toStep, x, from, fromStep) => {
    let s = 0;
    for (let i = 0; i < n; i++, to += toStep, from += fromStep) out[to] = s += x[from]!;
  }),
  cumprod: alongLast<Float64Array>((n, out, to, toStep, x, from, fromStep) => {
    let p = 1;
    for (let i = 0; i < n; i++, to += toStep, from += fromStep) out[to] = p *= x[from]!;
  }),
};

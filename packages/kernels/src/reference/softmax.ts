/**
 * softmax and relatives of a row, shifted by the largest entry so that no exponential overflows (Blanchard, Higham &
 * Higham 2021).
 */
import type { RowMap, RowReduction } from "./rows.js";

export const softmax: RowMap<Float64Array> = (n, out, to, toStep, x, from, fromStep) => {
  const shift = shiftOf(n, x, from, fromStep);
  const total = expSum(n, x, from, fromStep, shift);
  for (let i = 0; i < n; i++) out[to + i * toStep] = Math.exp(x[from + i * fromStep]! - shift) / total;
};

export const logSoftmax: RowMap<Float64Array> = (n, out, to, toStep, x, from, fromStep) => {
  const shift = shiftOf(n, x, from, fromStep);
  const total = Math.log(expSum(n, x, from, fromStep, shift));
  for (let i = 0; i < n; i++) out[to + i * toStep] = x[from + i * fromStep]! - shift - total;
};

export const logsumexp: RowReduction = (n, x, from, step) => {
  const shift = shiftOf(n, x, from, step);
  return shift + Math.log(expSum(n, x, from, step, shift));
};

/** The largest entry, or 0 if that is not finite. */
function shiftOf(n: number, x: Float64Array, from: number, step: number): number {
  let largest = -Infinity;
  for (let i = 0; i < n; i++) largest = Math.max(largest, x[from + i * step]!);
  return Number.isFinite(largest) ? largest : 0;
}

/** Number of terms summed in one loop. A second loop sums these partial sums. */
const PIECE = 128;

function expSum(n: number, x: Float64Array, from: number, step: number, shift: number): number {
  let total = 0;
  for (let start = 0; start < n; start += PIECE) {
    let sum = 0;
    const end = Math.min(n, start + PIECE);
    for (let i = start; i < end; i++) sum += Math.exp(x[from + i * step]! - shift);
    total += sum;
  }
  return total;
}

/** Reference values for sums of exponentials of a row. */
import { exactSum } from "./double-double.js";
import type { Entries } from "./problem.js";

/** The number subtracted before the exponential: the largest entry, or 0 if that is not finite. */
export function shiftOf(row: Entries): number {
  const largest = row.reduce((most, x) => Math.max(most, x), -Infinity);
  return Number.isFinite(largest) ? largest : 0;
}

/** log Σ exp(x − shift). */
export function logSumOf(row: Entries): number {
  const shift = shiftOf(row);
  return Math.log(exactSum(row.map((x) => Math.exp(x - shift))));
}

/** Sums of exponentials of a row, as they should be. */
import { exactSum } from "./double-double.js";
import type { Entries } from "./problem.js";

/** What is taken from each entry before the exponential: the largest, or 0 where that is no finite number. */
export function shiftOf(row: Entries): number {
  const largest = row.reduce((most, x) => Math.max(most, x), -Infinity);
  return Number.isFinite(largest) ? largest : 0;
}

/** log Σ exp(x − shift). */
export function logSumOf(row: Entries): number {
  const shift = shiftOf(row);
  return Math.log(exactSum(row.map((x) => Math.exp(x - shift))));
}

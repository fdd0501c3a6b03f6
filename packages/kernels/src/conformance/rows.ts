/** Splits entries into rows. */
import type { Entries } from "./problem.js";

/** `count` rows of n entries each. */
export function rowsOf(entries: Entries, count: number, n: number): Entries[] {
  return Array.from({ length: count }, (_, i) => entries.subarray(i * n, (i + 1) * n));
}

/** Entries cut into rows. */
import type { Entries } from "./problem.js";

/** So many rows of n entries each. */
export function rowsOf(entries: Entries, count: number, n: number): Entries[] {
  return Array.from({ length: count }, (_, i) => entries.subarray(i * n, (i + 1) * n));
}

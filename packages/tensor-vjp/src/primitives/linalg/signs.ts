/** Fixes the signs of vectors that are unique only up to sign, so that small changes of a matrix change them little. */

/** Negate each column of `vectors` (m × n) whose largest entry is negative, and call `along` to negate its counterpart. */
export function fixSigns(
  vectors: Float64Array,
  m: number,
  n: number,
  along?: (column: number) => void,
): void {
  for (let j = 0; j < n; j++) {
    let largest = 0;
    for (let i = 0; i < m; i++) {
      const v = vectors[i * n + j]!;
      if (Math.abs(v) > Math.abs(largest)) largest = v;
    }
    if (largest >= 0) continue;
    for (let i = 0; i < m; i++) vectors[i * n + j] = -vectors[i * n + j]!;
    along?.(j);
  }
}

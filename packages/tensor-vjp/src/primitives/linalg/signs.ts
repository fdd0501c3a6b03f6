/** Signs for vectors that are determined up to one: small changes of a matrix then make small changes of its vectors. */

/** Negate each of the first columns of `vectors` (m × n) whose largest entry is negative; `along` negates what belongs to it. */
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

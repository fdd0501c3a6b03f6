/** Products, transposes and identities of row-major matrices, for the factorizations. */
import { addRows } from "./vector.js";

/** out (m×n) = a (m×k) · b (k×n). */
export function multiply(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  m: number,
  k: number,
  n: number,
): void {
  out.fill(0, 0, m * n);
  for (let i = 0; i < m; i++) addRows(out, i * n, n, 1, a, i * k, k, b, 0, n);
}

/** out (n×m) = the transpose of a (m×n). Four columns at a time, so that each cache line of a row is used at once. */
export function transpose(out: Float64Array, a: Float64Array, m: number, n: number): void {
  let j = 0;
  for (; j + 3 < n; j += 4) {
    const row0 = j * m;
    const row1 = row0 + m;
    const row2 = row1 + m;
    const row3 = row2 + m;
    for (let i = 0, at = j; i < m; i++, at += n) {
      out[row0 + i] = a[at]!;
      out[row1 + i] = a[at + 1]!;
      out[row2 + i] = a[at + 2]!;
      out[row3 + i] = a[at + 3]!;
    }
  }
  for (; j < n; j++) for (let i = 0; i < m; i++) out[j * m + i] = a[i * n + j]!;
}

/** out (m×n) = ones on the diagonal, zeros elsewhere. */
export function identity(out: Float64Array, m: number, n: number): void {
  out.fill(0, 0, m * n);
  for (let i = 0; i < Math.min(m, n); i++) out[i * n + i] = 1;
}

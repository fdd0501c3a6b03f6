/** The few things that the factorizations need done to whole row-major matrices. */
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

/** out (n×m) = the transpose of a (m×n). */
export function transpose(out: Float64Array, a: Float64Array, m: number, n: number): void {
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) out[j * m + i] = a[i * n + j]!;
}

/** out (m×n) = ones on the diagonal, zeros elsewhere. */
export function identity(out: Float64Array, m: number, n: number): void {
  out.fill(0, 0, m * n);
  for (let i = 0; i < Math.min(m, n); i++) out[i * n + i] = 1;
}

/** Cholesky factorization of a symmetric positive definite matrix. */
import { dot } from "./vector.js";

/**
 * out = the lower triangular L, zeros above, with L·Lᵀ = a (n×n); only the lower triangle of `a` is read. Returns −1,
 * or the row of the first pivot that is not positive (or is NaN): the matrix is then not positive definite, and only
 * the rows before that one are meaningful. Source: Golub & Van Loan, 4th ed., 4.2.
 */
export function cholesky(out: Float64Array, a: Float64Array, n: number): number {
  out.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j < i; j++) out[row + j] = (a[row + j]! - dot(out, row, out, j * n, j)) / out[j * n + j]!;
    const pivot = a[row + i]! - dot(out, row, out, row, i);
    if (!(pivot > 0)) return i;
    out[row + i] = Math.sqrt(pivot);
  }
  return -1;
}

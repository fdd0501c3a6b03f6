/** Reducing tall matrices to bidiagonal form by reflections from both sides. */
import { identity } from "./matrix.js";
import { makeReflector, reflectLeft, reflectRight } from "./reflector.js";

/**
 * Overwrite `d` (n) and `e` (n−1) with the diagonals of the upper bidiagonal B in a = U·B·Vᵀ (m×n, m ≥ n). If not null,
 * fill `ut` (p×m, n ≤ p ≤ m) with the first p columns of U as rows, and `vt` (n×n) with Vᵀ. `a` is overwritten.
 * Source: Golub & Van Loan, 4th ed., 5.4.8.
 */
export function bidiagonalize(
  d: Float64Array,
  e: Float64Array,
  ut: Float64Array | null,
  vt: Float64Array | null,
  a: Float64Array,
  m: number,
  n: number,
  p: number,
): void {
  // Row k holds the v of the k-th reflector from the left, from entry k on; those from the right stay in the rows of a.
  const lefts = new Float64Array(n * m);
  const leftTaus = new Float64Array(n);
  const rightTaus = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const at = k * m + k;
    for (let i = k; i < m; i++) lefts[k * m + i] = a[i * n + k]!;
    const tau = makeReflector(lefts, at, m - k);
    leftTaus[k] = tau;
    d[k] = lefts[at]!;
    lefts[at] = 1;
    const cols = n - k - 1;
    reflectLeft({ a, ld: n, row: k, col: k + 1, rows: m - k, cols }, tau, lefts, at);
    if (cols === 0) continue;
    const row = k * n + k + 1;
    const rightTau = makeReflector(a, row, cols);
    rightTaus[k] = rightTau;
    e[k] = a[row]!;
    a[row] = 1;
    reflectRight({ a, ld: n, row: k + 1, col: k + 1, rows: m - k - 1, cols }, rightTau, a, row);
  }
  if (ut !== null) {
    identity(ut, p, m);
    for (let k = n - 1; k >= 0; k--)
      reflectRight(
        { a: ut, ld: m, row: k, col: k, rows: p - k, cols: m - k },
        leftTaus[k]!,
        lefts,
        k * m + k,
      );
  }
  if (vt !== null) {
    identity(vt, n, n);
    for (let k = n - 2; k >= 0; k--)
      reflectRight(
        { a: vt, ld: n, row: k + 1, col: k + 1, rows: n - k - 1, cols: n - k - 1 },
        rightTaus[k]!,
        a,
        k * n + k + 1,
      );
  }
}

/** Reducing square matrices to Hessenberg form by orthogonal similarity transforms. */
import { identity } from "./matrix.js";
import { makeReflector, reflectLeft, reflectRight } from "./reflector.js";

/**
 * Replace `a` (n×n) by the upper Hessenberg QᵀaQ, and fill `qt` (n×n; null if not wanted) with Qᵀ.
 * Source: Golub & Van Loan, 4th ed., 7.4.3.
 */
export function hessenberg(a: Float64Array, qt: Float64Array | null, n: number): void {
  // Row k holds the v of reflector k, from entry k + 1 on.
  const vs = new Float64Array(n * n);
  const taus = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    const at = k * n + k + 1;
    const count = n - k - 1;
    for (let i = k + 1; i < n; i++) vs[k * n + i] = a[i * n + k]!;
    const tau = makeReflector(vs, at, count);
    taus[k] = tau;
    if (tau === 0) continue;
    for (let i = k + 2; i < n; i++) a[i * n + k] = 0;
    a[(k + 1) * n + k] = vs[at]!;
    vs[at] = 1;
    reflectLeft({ a, ld: n, row: k + 1, col: k + 1, rows: count, cols: count }, tau, vs, at);
    reflectRight({ a, ld: n, row: 0, col: k + 1, rows: n, cols: count }, tau, vs, at);
  }
  if (qt === null) return;
  identity(qt, n, n);
  for (let k = n - 3; k >= 0; k--)
    reflectRight(
      { a: qt, ld: n, row: k + 1, col: k + 1, rows: n - k - 1, cols: n - k - 1 },
      taus[k]!,
      vs,
      k * n + k + 1,
    );
}

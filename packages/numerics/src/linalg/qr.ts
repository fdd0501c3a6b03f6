/** QR factorization by Householder reflections. */
import { identity } from "./matrix.js";
import { makeReflector, reflectLeft } from "./reflector.js";

/**
 * a (m×n) = q·r with orthonormal columns in q and an upper triangular r. With p = `complete` ? m : min(m, n), q is m×p
 * and r is p×n; `q` is null if only r is wanted. The signs are LAPACK's (the diagonal of r may be negative).
 * Source: Golub & Van Loan, 4th ed., 5.2.
 */
export function qr(
  q: Float64Array | null,
  r: Float64Array,
  a: Float64Array,
  m: number,
  n: number,
  complete = false,
): void {
  const steps = Math.min(m, n);
  const p = complete ? m : steps;
  const work = a.slice(0, m * n);
  // Row k holds the v of reflector k from entry k on: the columns of `work` would be strided.
  const vs = new Float64Array(steps * m);
  const taus = new Float64Array(steps);
  for (let k = 0; k < steps; k++) {
    const at = k * m + k;
    for (let i = k; i < m; i++) vs[k * m + i] = work[i * n + k]!;
    const tau = makeReflector(vs, at, m - k);
    taus[k] = tau;
    work[k * n + k] = vs[at]!;
    vs[at] = 1;
    reflectLeft({ a: work, ld: n, row: k, col: k + 1, rows: m - k, cols: n - k - 1 }, tau, vs, at);
  }
  for (let i = 0; i < p; i++) for (let j = 0; j < n; j++) r[i * n + j] = j < i ? 0 : work[i * n + j]!;
  if (q === null) return;
  identity(q, m, p);
  for (let k = steps - 1; k >= 0; k--)
    reflectLeft({ a: q, ld: p, row: k, col: k, rows: m - k, cols: p - k }, taus[k]!, vs, k * m + k);
}

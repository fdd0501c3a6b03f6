/** Least squares, and the pseudoinverse. */
import { multiply, transpose } from "./matrix.js";
import { svd } from "./svd.js";

/**
 * out (n×k) = the shortest x that makes ‖a·x − b‖₂ smallest, for a m×n of any rank and b m×k; `s` (min(m, n)) gets the
 * singular values. Those up to rcond times the largest count as 0; numpy's choice is ε·max(m, n). Returns the rank, or
 * −1, with NaN results, if an entry of `a` is not finite. `decompose` may be another backend's SVD. Source: Golub & Van
 * Loan, 4th ed., 5.5.
 */
export function lstsq(
  out: Float64Array,
  s: Float64Array,
  a: Float64Array,
  b: Float64Array,
  m: number,
  n: number,
  k: number,
  rcond: number,
  decompose = svd,
): number {
  const { rank, ut, v, p } = scaledFactors(s, a, m, n, rcond, decompose);
  const c = new Float64Array(p * k);
  multiply(c, ut, b, p, m, k);
  multiply(out, v, c, n, p, k);
  return rank;
}

/** out (n×m) = the pseudoinverse of a (m×n). Everything else as for `lstsq`; numpy's rcond here is 1e-15. */
export function pinv(
  out: Float64Array,
  a: Float64Array,
  m: number,
  n: number,
  rcond: number,
  decompose = svd,
): number {
  const { rank, ut, v, p } = scaledFactors(new Float64Array(Math.min(m, n)), a, m, n, rcond, decompose);
  multiply(out, v, ut, n, p, m);
  return rank;
}

/** v·ut is the pseudoinverse of `a`: ut holds the left singular vectors, divided by their singular values. */
function scaledFactors(
  s: Float64Array,
  a: Float64Array,
  m: number,
  n: number,
  rcond: number,
  decompose: typeof svd,
) {
  const p = Math.min(m, n);
  const u = new Float64Array(m * p);
  const vt = new Float64Array(p * n);
  const found = decompose(u, s, vt, a, m, n);
  const [ut, v] = [new Float64Array(p * m), new Float64Array(n * p)];
  transpose(ut, u, m, p);
  transpose(v, vt, p, n);
  let rank = 0;
  for (let i = 0; i < p; i++) {
    const isZero = s[i]! <= rcond * s[0]!;
    if (!isZero) rank++;
    for (let j = i * m; j < (i + 1) * m; j++) ut[j] = isZero ? 0 : ut[j]! / s[i]!;
  }
  return { rank: found ? rank : -1, ut, v, p };
}

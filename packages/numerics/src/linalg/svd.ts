/** Singular value decomposition. */
import { bidiagonalize } from "./bidiagonal.js";
import { bidiagonalQR } from "./bidiagonal-qr.js";
import { transpose } from "./matrix.js";
import { safeScale } from "./norms.js";

/**
 * a (m×n) = u·diag(s)·vt with orthonormal columns in `u` and rows in `vt`; `s` (k = min(m, n)) is descending and
 * nonnegative. u is m×k and vt k×n, or m×m and n×n if `full`; either is null if not wanted. The sign of a pair of
 * vectors is arbitrary. Returns false, with NaN results, if an entry is not finite. Source: Golub & Van Loan, 4th ed.,
 * 8.6.3.
 */
export function svd(
  u: Float64Array | null,
  s: Float64Array,
  vt: Float64Array | null,
  a: Float64Array,
  m: number,
  n: number,
  full = false,
): boolean {
  const tall = m >= n;
  const rows = Math.max(m, n);
  const k = Math.min(m, n);
  const p = full ? rows : k;
  const work = a.slice(0, m * n);
  // A wide matrix is decomposed as its transpose, whose left vectors are the right ones.
  if (!tall) transpose(work, a, m, n);
  const [wantsLong, wantsShort] = tall ? [u !== null, vt !== null] : [vt !== null, u !== null];
  const long = wantsLong ? new Float64Array(p * rows) : null;
  const short = wantsShort ? new Float64Array(k * k) : null;
  const found = decompose(s, long, short, work, rows, k, p);
  const [ut, vRows] = tall ? [long, short] : [short, long];
  if (u !== null && ut !== null) transpose(u, ut, tall ? p : k, m);
  if (vt !== null && vRows !== null) vt.set(vRows);
  return found;
}

/** For m ≥ n: singular values in order, and the vectors as the rows of `ut` (p×m) and `vt` (n×n). */
function decompose(
  s: Float64Array,
  ut: Float64Array | null,
  vt: Float64Array | null,
  work: Float64Array,
  m: number,
  n: number,
  p: number,
): boolean {
  const factor = safeScale(work);
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  if (factor !== 1) for (let i = 0; i < work.length; i++) work[i]! *= factor;
  if (factor === factor) bidiagonalize(d, e, ut, vt, work, m, n, p);
  if (factor !== factor || !bidiagonalQR({ d, e, ut, vt, m, n })) {
    s.fill(NaN, 0, n);
    ut?.fill(NaN);
    vt?.fill(NaN);
    return false;
  }
  const order = Array.from(d.keys()).sort((i, j) => Math.abs(d[j]!) - Math.abs(d[i]!));
  for (const [j, from] of order.entries()) s[j] = Math.abs(d[from]!) / factor;
  if (vt !== null) {
    for (let i = 0; i < n; i++) if (d[i]! < 0) for (let j = i * n; j < i * n + n; j++) vt[j] = -vt[j]!;
    reorderRows(vt, order, n);
  }
  if (ut !== null) reorderRows(ut, order, m);
  return true;
}

/** Permutes rows: row j becomes the old row order[j]. */
function reorderRows(x: Float64Array, order: readonly number[], length: number): void {
  const before = x.slice(0, order.length * length);
  for (const [j, from] of order.entries())
    x.set(before.subarray(from * length, from * length + length), j * length);
}

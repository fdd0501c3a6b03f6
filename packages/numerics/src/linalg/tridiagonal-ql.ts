/** Eigenvalues and eigenvectors of a symmetric tridiagonal matrix by the implicit QL iteration. */
import { hypot, maxAbs } from "./norms.js";
import { rotate } from "./vector.js";

const eps = 2 ** -53;
const tiny = 2 ** -1022;

/** Sweeps allowed per eigenvalue: about two are needed. */
const patience = 30;
/** After this many, entries are dropped if small relative to the whole matrix, not only to their neighbours. */
const strictness = 15;

/**
 * Overwrite the diagonal `d` (n) with the eigenvalues, in no particular order, and apply the same rotations to the rows
 * of `zt` (n×n; null if not wanted): Qᵀ from `tridiagonalize` becomes the eigenvectors. The off-diagonal `e` (n−1) is
 * overwritten. Returns false if the iteration does not converge, which happens only if an entry is not finite.
 *
 * QL keeps small eigenvalues accurate if entries grow towards the lower right; a block in which they grow the other way
 * is processed from its other end. Source: Parlett, The Symmetric Eigenvalue Problem, ch. 8; the choice of the end
 * follows LAPACK's steqr.
 */
export function tridiagonalQL(d: Float64Array, e: Float64Array, zt: Float64Array | null, n: number): boolean {
  let left = patience * n;
  let lo = 0;
  let block = -1;
  let sweeps = 0;
  let reversed = false;
  while (lo < n) {
    let hi = lo;
    const droppable = sweeps < strictness ? 0 : eps * Math.max(maxAbs(d), maxAbs(e));
    while (hi < n - 1 && !isNegligible(d, e, hi, droppable)) hi++;
    if (hi === lo) {
      lo++;
      continue;
    }
    if (left-- === 0) return false;
    // Keep the end until an eigenvalue is found there: changing it would undo the progress.
    if (block !== lo * n + hi) {
      reversed = Math.abs(d[hi]!) < Math.abs(d[lo]!);
      sweeps = 0;
    }
    block = lo * n + hi;
    sweeps++;
    sweep(d, e, zt, n, lo, hi, reversed);
  }
  return true;
}

/** Sets e[i] to 0 if it is negligible relative to its neighbours; returns true if it did. */
function isNegligible(d: Float64Array, e: Float64Array, i: number, droppable: number): boolean {
  const ei = e[i]!;
  const bound = eps * Math.abs(d[i]!) * (eps * Math.abs(d[i + 1]!)) + tiny;
  if (!(Math.abs(ei) <= droppable || ei * ei <= bound)) return false;
  e[i] = 0;
  return true;
}

/** One QL step on rows lo..hi with Wilkinson's shift; `reversed`, with the rows counted from hi down. */
function sweep(
  d: Float64Array,
  e: Float64Array,
  zt: Float64Array | null,
  n: number,
  lo: number,
  hi: number,
  reversed: boolean,
): void {
  const step = reversed ? -1 : 1;
  const first = reversed ? hi : lo;
  const last = reversed ? lo : hi;
  /** e[i + before] couples i with i + step, e[i − step + before] couples i − step with i. */
  const before = reversed ? -1 : 0;
  const e0 = e[first + before]!;
  const d0 = d[first]!;
  const half = (d[first + step]! - d0) / (2 * e0);
  const root = half < 0 ? -hypot(half, 1) : hypot(half, 1);
  let g = d[last]! - d0 + e0 / (half + root);
  let c = 1;
  let s = 1;
  let p = 0;
  for (let i = last - step; ; i -= step) {
    const next = i + step;
    const f = s * e[i + before]!;
    const b = c * e[i + before]!;
    const r = hypot(f, g);
    if (next !== last) e[next + before] = r;
    c = r === 0 ? 1 : g / r;
    s = r === 0 ? 0 : f / r;
    g = d[next]! - p;
    const t = (d[i]! - g) * s + 2 * c * b;
    p = s * t;
    d[next] = g + p;
    g = c * t - b;
    if (zt !== null) rotate(zt, next * n, i * n, n, c, s);
    if (i === first) break;
  }
  d[first]! -= p;
  e[first + before] = g;
}

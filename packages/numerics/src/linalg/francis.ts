/** Reducing Hessenberg matrices to real Schur form by Francis's double-shift QR iteration. */
import { doubleShiftSweep } from "./francis-sweep.js";
import type { Shifts } from "./francis-sweep.js";
import { maxAbs } from "./norms.js";
import { standardize } from "./standard-block.js";
import { rotate } from "./vector.js";

const ulp = 2 ** -52;
const tiny = 2 ** -1022 / ulp;

/** Sweeps allowed per eigenvalue: about two are needed. */
const patience = 60;
/** After this many, entries are dropped if small relative to the whole matrix, not only to their neighbours. */
const strictness = 30;

/**
 * Replace the upper Hessenberg `h` (n×n) by the quasi-triangular QᵀhQ, its 2×2 blocks in standard form, and the rows of
 * `zt` (n×n; null if not wanted) by those of Qᵀ·zt. If `whole` is false, only the diagonal blocks need be right.
 * Returns false if the iteration does not converge, which happens only if an entry is not finite.
 * Sources: Golub & Van Loan, 4th ed., 7.5; deflation: Ahues & Tisseur, LAPACK Working Note 122, 1997.
 */
export function francis(h: Float64Array, zt: Float64Array | null, n: number, whole: boolean): boolean {
  let sweeps = 0;
  for (let hi = n - 1; hi >= 0;) {
    const lo = blockStart(h, n, hi, sweeps < strictness ? tiny : ulp * maxAbs(h));
    if (hi - lo > 1) {
      if (++sweeps > patience) return false;
      doubleShiftSweep(h, zt, n, lo, hi, shiftsFor(h, n, lo, hi, sweeps), whole);
      continue;
    }
    if (hi - lo === 1) splitBlock(h, zt, n, lo);
    hi = lo - 1;
    sweeps = 0;
  }
  return true;
}

/** The first row of the unreduced block that ends with row `hi`; the entry to the left of it is set to 0. */
function blockStart(h: Float64Array, n: number, hi: number, droppable: number): number {
  for (let k = hi; k > 0; k--) {
    const at = k * n + k;
    const below = Math.abs(h[at - 1]!);
    if (below <= droppable || isNegligible(h, n, k, below)) {
      h[at - 1] = 0;
      return k;
    }
  }
  return 0;
}

/** True if dropping the entry left of the diagonal in row k changes the eigenvalues only by a rounding error. */
function isNegligible(h: Float64Array, n: number, k: number, below: number): boolean {
  const at = k * n + k;
  const p = h[at - n - 1]!;
  const q = h[at]!;
  let near = Math.abs(p) + Math.abs(q);
  if (near === 0) {
    if (k > 1) near += Math.abs(h[at - n - 2]!);
    if (k + 1 < n) near += Math.abs(h[at + n]!);
  }
  if (below > ulp * near) return false;
  const above = Math.abs(h[at - n]!);
  const ab = Math.max(below, above);
  const ba = Math.min(below, above);
  const aa = Math.max(Math.abs(q), Math.abs(p - q));
  const bb = Math.min(Math.abs(q), Math.abs(p - q));
  const s = aa + ab;
  return ba * (ab / s) <= Math.max(tiny, ulp * (bb * (aa / s)));
}

/**
 * The pair of shifts: the eigenvalues of the trailing 2×2 if complex, else twice the one nearer to the corner. Every
 * tenth sweep uses other shifts, because the iteration can cycle.
 */
function shiftsFor(h: Float64Array, n: number, lo: number, hi: number, sweeps: number): Shifts {
  const at = hi * n + hi;
  let [a, b, c, d] = [h[at - n - 1]!, h[at - n]!, h[at - 1]!, h[at]!];
  if (sweeps % 10 === 0) {
    const top = lo * n + lo;
    const atBottom = sweeps % 20 === 0;
    const s = atBottom
      ? Math.abs(c) + Math.abs(h[at - n - 2]!)
      : Math.abs(h[top + n]!) + Math.abs(h[top + 2 * n + 1]!);
    a = d = 0.75 * s + (atBottom ? d : h[top]!);
    b = -0.4375 * s;
    c = s;
  }
  const size = Math.abs(a) + Math.abs(b) + Math.abs(c) + Math.abs(d);
  if (size === 0) return { re: 0, im: 0 };
  const mid = (a / size + d / size) / 2;
  const det = (a / size - mid) * (d / size - mid) - (b / size) * (c / size);
  const root = Math.sqrt(Math.abs(det));
  if (det >= 0) return { re: mid * size, im: root * size };
  const closer = Math.abs(mid + root - d / size) <= Math.abs(mid - root - d / size) ? mid + root : mid - root;
  return { re: closer * size, im: 0 };
}

/** Bring the 2×2 block at (k, k) to standard form. */
function splitBlock(h: Float64Array, zt: Float64Array | null, n: number, k: number): void {
  const at = k * n + k;
  const { a, b, c, d, cos, sin } = standardize(h[at]!, h[at + 1]!, h[at + n]!, h[at + n + 1]!);
  if (zt !== null) rotate(zt, k * n, (k + 1) * n, n, cos, sin);
  rotate(h, at, at + n, n - k, cos, sin);
  for (let r = k; r <= at + n; r += n) rotate(h, r, r + 1, 1, cos, sin);
  h[at] = a;
  h[at + 1] = b;
  h[at + n] = c;
  h[at + n + 1] = d;
}

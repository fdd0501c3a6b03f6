/** Singular values and vectors of an upper bidiagonal matrix by the implicit QR iteration. */
import { hypot } from "./norms.js";
import { rotate } from "./vector.js";

const eps = 2 ** -53;
const tiny = 2 ** -1022;

/** Off-diagonal entries are dropped if that changes no singular value by more than about this fraction of itself. */
const tolerance = 20 * eps;
/** Sweeps allowed per singular value: about two are needed. */
const patience = 60;

/**
 * A bidiagonal matrix, and the sets of rows to which its rotations are applied: `ut` has rows of m entries, `vt` of n.
 */
export interface Bidiagonal {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly ut: Float64Array | null;
  readonly vt: Float64Array | null;
  readonly m: number;
  readonly n: number;
}

/** Rows first, first + step, …, last; e[i + before] couples row i with row i + step. */
interface Path {
  readonly first: number;
  readonly last: number;
  readonly step: 1 | -1;
  readonly before: 0 | -1;
}

/** Vectors as rows of `length` entries, or null if they are not wanted. */
interface Rows {
  readonly x: Float64Array | null;
  readonly length: number;
}

/**
 * Overwrite the diagonal `d` (n) with the singular values, of either sign and in any order; the rows of `ut` and `vt`
 * become the singular vectors. The off-diagonal `e` (n−1) is overwritten. Returns false if the iteration does not
 * converge, which happens only if an entry is not finite.
 *
 * Tiny singular values have full relative accuracy: a sweep uses no shift where a shift would swamp them. Source:
 * Demmel & Kahan, Accurate singular values of bidiagonal matrices, 1990.
 */
export function bidiagonalQR({ d, e, ut, vt, m, n }: Bidiagonal): boolean {
  const u: Rows = { x: ut, length: m };
  const v: Rows = { x: vt, length: n };
  const threshold = Math.max((tolerance * smallestBound(d, e, n)) / Math.sqrt(n), patience * n * n * tiny);
  let left = patience * n;
  let block = -1;
  let reversed = false;
  for (let hi = n - 1; hi > 0;) {
    let lo = hi;
    while (lo > 0 && !isBelow(e, lo - 1, threshold)) lo--;
    if (lo === hi) {
      hi--;
      continue;
    }
    // A sweep goes from the large end to the small one, and keeps its direction while it works on one block.
    if (block !== lo * n + hi) reversed = Math.abs(d[hi]!) > Math.abs(d[lo]!);
    block = lo * n + hi;
    const path: Path = reversed
      ? { first: hi, last: lo, step: -1, before: -1 }
      : { first: lo, last: hi, step: 1, before: 0 };
    const shift = chooseShift(d, e, n, path);
    if (shift === null) continue;
    if (left-- === 0) return false;
    // Read from the other end and transposed, the matrix is upper bidiagonal again, with left and right exchanged.
    const [right, other] = reversed ? [u, v] : [v, u];
    if (shift === 0) plainSweep(d, e, path, right, other);
    else shiftedSweep(d, e, path, shift, right, other);
  }
  return true;
}

/** A lower bound for the smallest singular value, up to √n. Source: Demmel & Kahan, section 2. */
function smallestBound(d: Float64Array, e: Float64Array, n: number): number {
  let mu = Math.abs(d[0]!);
  let least = mu;
  for (let i = 1; i < n && least > 0; i++) {
    mu = Math.abs(d[i]!) * (mu / (mu + Math.abs(e[i - 1]!)));
    least = Math.min(least, mu);
  }
  return least;
}

/** Sets e[i] to 0 if it is at most `threshold`; returns true if it did. */
function isBelow(e: Float64Array, i: number, threshold: number): boolean {
  if (!(Math.abs(e[i]!) <= threshold)) return false;
  e[i] = 0;
  return true;
}

/** The shift of the next sweep, 0 if a shift would cost relative accuracy; null if an entry was dropped instead. */
function chooseShift(d: Float64Array, e: Float64Array, n: number, path: Path): number | null {
  const { first, last, step, before } = path;
  if (isBelow(e, last - step + before, tolerance * Math.abs(d[last]!))) return null;
  let mu = Math.abs(d[first]!);
  let least = mu;
  let most = mu;
  for (let i = first; i !== last; i += step) {
    if (isBelow(e, i + before, tolerance * mu)) return null;
    const ei = Math.abs(e[i + before]!);
    const di = Math.abs(d[i + step]!);
    mu = di * (mu / (mu + ei));
    least = Math.min(least, mu);
    most = Math.max(most, di, ei);
  }
  if (n * tolerance * (least / most) <= eps) return 0;
  const shift = smallestOfTwo(d[last - step]!, e[last - step + before]!, d[last]!);
  return (shift / d[first]!) ** 2 < eps ? 0 : shift;
}

/** The smaller singular value of [[f, g], [0, h]], to full relative accuracy. */
function smallestOfTwo(f: number, g: number, h: number): number {
  const p = Math.min(Math.abs(f), Math.abs(h));
  const q = Math.max(Math.abs(f), Math.abs(h));
  if (p === 0) return 0;
  // |f h| over the larger one: their product is the determinant.
  const x = g / q;
  const r = p / q;
  return p / (0.5 * (hypot(1 + r, x) + hypot(1 - r, x)));
}

/** The implicit QR step with a shift. Source: Golub & Van Loan, 4th ed., 8.6.2. */
function shiftedSweep(
  d: Float64Array,
  e: Float64Array,
  path: Path,
  shift: number,
  right: Rows,
  left: Rows,
): void {
  const { first, last, step, before } = path;
  const d0 = d[first]!;
  let f = (Math.abs(d0) - shift) * (Math.sign(d0) + shift / d0);
  let g = e[first + before]!;
  for (let i = first; i !== last; i += step) {
    const next = i + step;
    let r = hypot(f, g);
    let c = r === 0 ? 1 : f / r;
    let s = r === 0 ? 0 : g / r;
    if (i !== first) e[i - step + before] = r;
    turn(right, i, next, c, s);
    f = c * d[i]! + s * e[i + before]!;
    const ei = c * e[i + before]! - s * d[i]!;
    g = s * d[next]!;
    const dn = c * d[next]!;
    r = hypot(f, g);
    c = r === 0 ? 1 : f / r;
    s = r === 0 ? 0 : g / r;
    d[i] = r;
    turn(left, i, next, c, s);
    f = c * ei + s * dn;
    d[next] = c * dn - s * ei;
    if (next === last) break;
    g = s * e[next + before]!;
    e[next + before]! *= c;
  }
  e[last - step + before] = f;
}

/** The QR step with shift 0, arranged without subtractions. Source: Demmel & Kahan, section 3. */
function plainSweep(d: Float64Array, e: Float64Array, path: Path, right: Rows, left: Rows): void {
  const { first, last, step, before } = path;
  let c = 1;
  let oldC = 1;
  let oldS = 0;
  for (let i = first; i !== last; i += step) {
    const next = i + step;
    const f = d[i]! * c;
    const g = e[i + before]!;
    const r = hypot(f, g);
    c = r === 0 ? 1 : f / r;
    const s = r === 0 ? 0 : g / r;
    if (i !== first) e[i - step + before] = oldS * r;
    turn(right, i, next, c, s);
    const p = oldC * r;
    const q = d[next]! * s;
    const di = hypot(p, q);
    oldC = di === 0 ? 1 : p / di;
    oldS = di === 0 ? 0 : q / di;
    d[i] = di;
    turn(left, i, next, oldC, oldS);
  }
  const h = d[last]! * c;
  d[last] = h * oldC;
  e[last - step + before] = h * oldS;
}

function turn({ x, length }: Rows, i: number, j: number, c: number, s: number): void {
  if (x !== null) rotate(x, i * length, j * length, length, c, s);
}

/** One double-shift QR sweep: makes a bulge at the top of an unreduced block and chases it out at the bottom. */
import { makeReflector } from "./reflector.js";

const ulp = 2 ** -52;

/** Two shifts re ± i·im. */
export interface Shifts {
  readonly re: number;
  readonly im: number;
}

/**
 * A similarity transform of the Hessenberg `h` (n×n) by reflections of rows and columns lo..hi (at least three), also
 * applied to the rows of `zt`. `whole`: apply it outside the block too. Source: Golub & Van Loan, 4th ed., 7.5.1.
 */
export function doubleShiftSweep(
  h: Float64Array,
  zt: Float64Array | null,
  n: number,
  lo: number,
  hi: number,
  shifts: Shifts,
  whole: boolean,
): void {
  const v = new Float64Array(3);
  const firstRow = whole ? 0 : lo;
  const lastCol = whole ? n - 1 : hi;
  const start = bulgeStart(v, h, n, lo, hi, shifts);
  for (let k = start; k < hi; k++) {
    const count = k < hi - 1 ? 3 : 2;
    const left = k * n + k - 1;
    if (k > start) for (let r = 0; r < count; r++) v[r] = h[left + r * n]!;
    const tau = makeReflector(v, 0, count);
    if (k > start) for (let r = 0; r < count; r++) h[left + r * n] = r === 0 ? v[0]! : 0;
    // Started below a small entry: to its left, the reflection changes only that entry significantly.
    else if (k > lo) h[left]! *= 1 - tau;
    if (tau === 0) continue;
    const v1 = v[1]!;
    const v2 = count === 3 ? v[2]! : 0;
    reflectRows(h, k * n + k, n, lastCol - k + 1, count, tau, v1, v2);
    reflectColumns(h, firstRow * n + k, n, Math.min(k + 3, hi) - firstRow + 1, count, tau, v1, v2);
    if (zt !== null) reflectRows(zt, k * n, n, n, count, tau, v1, v2);
  }
}

/**
 * The row where the bulge can start, the last one with two small subdiagonal entries in sequence, and in `v` the first
 * column of (h − shift)(h − conjugate) there, up to a factor.
 */
function bulgeStart(
  v: Float64Array,
  h: Float64Array,
  n: number,
  lo: number,
  hi: number,
  { re, im }: Shifts,
): number {
  for (let m = hi - 2; ; m--) {
    const at = m * n + m;
    const p = h[at]!;
    const next = h[at + n + 1]!;
    const below = h[at + n]!;
    const size = Math.abs(p - re) + Math.abs(im) + Math.abs(below);
    const b = below / size;
    const x = b * h[at + 1]! + (p - re) * ((p - re) / size) + im * (im / size);
    const y = b * (p + next - 2 * re);
    const z = b * h[at + 2 * n + 1]!;
    const s = Math.abs(x) + Math.abs(y) + Math.abs(z);
    v[0] = x / s;
    v[1] = y / s;
    v[2] = z / s;
    if (m === lo) return m;
    const near = Math.abs(h[at - n - 1]!) + Math.abs(p) + Math.abs(next);
    if (Math.abs(h[at - 1]!) * (Math.abs(v[1]) + Math.abs(v[2])) <= ulp * Math.abs(v[0]) * near) return m;
  }
}

/** Reflect two or three adjacent rows, from `at` on, by v = (1, v1, v2). */
function reflectRows(
  a: Float64Array,
  at: number,
  ld: number,
  length: number,
  count: number,
  tau: number,
  v1: number,
  v2: number,
): void {
  const t1 = tau * v1;
  const t2 = tau * v2;
  for (let i = at; i < at + length; i++) {
    const j = i + ld;
    const k = count === 3 ? j + ld : j;
    const s = a[i]! + v1 * a[j]! + v2 * a[k]!;
    a[i]! -= tau * s;
    a[j]! -= t1 * s;
    if (count === 3) a[k]! -= t2 * s;
  }
}

/** Reflect two or three adjacent columns, from `at` on. */
function reflectColumns(
  a: Float64Array,
  at: number,
  ld: number,
  length: number,
  count: number,
  tau: number,
  v1: number,
  v2: number,
): void {
  const t1 = tau * v1;
  const t2 = tau * v2;
  for (let r = 0, i = at; r < length; r++, i += ld) {
    const s = a[i]! + v1 * a[i + 1]! + (count === 3 ? v2 * a[i + 2]! : 0);
    a[i]! -= tau * s;
    a[i + 1]! -= t1 * s;
    if (count === 3) a[i + 2]! -= t2 * s;
  }
}

/** Balancing: a similarity transform by permutations and powers of two, for more accurate eigenvalues. */
import { swap } from "./vector.js";

export interface Balance {
  /** Outside rows lo..hi, the matrix is already upper triangular. */
  readonly lo: number;
  readonly hi: number;
  /** Balanced row i is `factors[i]`⁻¹ times row `order[i]` of the original. */
  readonly order: Int32Array;
  readonly factors: Float64Array;
}

/**
 * Replace `a` (n×n) by D⁻¹PᵀaPD: isolated eigenvalues move to the ends, then rows and columns lo..hi are
 * scaled to similar norms. If y is an eigenvector of the result, x[order[i]] = factors[i]·y[i] is one of `a`. Sources:
 * Parlett & Reinsch 1969; the 2-norm and the stopping rule: James, Langou & Lowery, On matrix balancing, 2014.
 */
export function balance(a: Float64Array, n: number): Balance {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const factors = new Float64Array(n).fill(1);
  let lo = 0;
  let hi = n - 1;
  const exchange = (i: number, j: number) => {
    if (i === j) return;
    swap(a, i * n, j * n, n);
    for (let r = 0; r < n * n; r += n) swap(a, r + i, r + j, 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  };
  for (let i = hi; i >= 0; i--) {
    if (!isIsolated(a, i * n, 1, 0, hi, i)) continue;
    exchange(i, hi--);
    i = hi + 1;
  }
  for (let j = lo; j <= hi; j++) {
    if (!isIsolated(a, j, n, lo, hi, j)) continue;
    exchange(j, lo++);
    j = lo - 1;
  }
  equilibrate(a, n, lo, hi, factors);
  return { lo, hi, order, factors };
}

/** True if the entries start + step·r, r in lo..hi except `self`, are all zero. */
function isIsolated(
  a: Float64Array,
  start: number,
  step: number,
  lo: number,
  hi: number,
  self: number,
): boolean {
  for (let r = lo; r <= hi; r++) if (r !== self && a[start + step * r] !== 0) return false;
  return true;
}

function equilibrate(a: Float64Array, n: number, lo: number, hi: number, factors: Float64Array): void {
  for (let changed = true; changed;) {
    changed = false;
    for (let i = lo; i <= hi; i++) {
      let c = 0;
      let r = 0;
      for (let j = lo; j <= hi; j++) {
        c += a[j * n + i]! ** 2;
        r += a[i * n + j]! ** 2;
      }
      if (c === 0 || r === 0) continue;
      c = Math.sqrt(c);
      r = Math.sqrt(r);
      // The power of two nearest to the factor that would make both norms equal.
      const f = 2 ** Math.round(Math.log2(r / c) / 2);
      const total = factors[i]! * f;
      if (f === 1 || c * f + r / f >= 0.95 * (c + r) || !(total > 1e-100 && total < 1e100)) continue;
      changed = true;
      factors[i] = total;
      for (let j = 0; j < n; j++) a[i * n + j]! /= f;
      for (let j = 0; j < n; j++) a[j * n + i]! *= f;
    }
  }
}

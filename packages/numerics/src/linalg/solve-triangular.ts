/** Triangular systems with any number of right-hand sides. */
import { addRows, addScaled, dot } from "./vector.js";

export interface TriangularOptions {
  /** Read the lower triangle; otherwise the upper one. */
  readonly lower?: boolean;
  /** Solve with the transpose. */
  readonly trans?: boolean;
  /** Take the diagonal as ones without reading it. */
  readonly unitDiagonal?: boolean;
}

/**
 * out (n×k) such that t·out = b, or tᵀ·out = b; t is n×n, b is n×k and may be `out` itself. Returns the first zero
 * on the diagonal (the answer is then not finite), or −1.
 */
export function solveTriangular(
  out: Float64Array,
  t: Float64Array,
  b: Float64Array,
  n: number,
  k: number,
  options: TriangularOptions = {},
): number {
  const { lower = false, trans = false, unitDiagonal = false } = options;
  if (out !== b) out.set(b.subarray(0, n * k));
  const one = k === 1;
  const down = lower !== trans;
  for (let step = 0; step < n; step++) {
    const i = down ? step : n - 1 - step;
    const from = lower ? 0 : i + 1;
    const count = lower ? i : n - 1 - i;
    if (!trans && count > 0) {
      if (one) out[i]! -= dot(t, i * n + from, out, from, count);
      else addRows(out, i * k, k, -1, t, i * n + from, count, out, from * k, k);
    }
    if (!unitDiagonal) {
      const d = t[i * n + i]!;
      // A division, because 1/d overflows for tiny d.
      for (let r = i * k; r < i * k + k; r++) out[r]! /= d;
    }
    if (trans) {
      if (one) addScaled(out, from, -out[i]!, t, i * n + from, count);
      else for (let j = from; j < from + count; j++) addScaled(out, j * k, -t[i * n + j]!, out, i * k, k);
    }
  }
  return unitDiagonal ? -1 : firstZero(t, n);
}

function firstZero(t: Float64Array, n: number): number {
  for (let i = 0; i < n; i++) if (t[i * n + i] === 0) return i;
  return -1;
}

/** Systems with a banded matrix. */
import { addScaled, swap } from "./vector.js";

export interface BandedOptions {
  /** Solve with the transpose. */
  readonly trans?: boolean;
}

/**
 * out (n×k) with A·out = b, or Aᵀ·out = b, where A is n×n with `l` diagonals below and `u` above the main one, stored
 * as scipy does: entry (i, j) at ab[u + i − j][j], `ab` being (l+u+1)×n. Returns the first pivot that is exactly 0 (the
 * answer is then not finite), or −1. Partial pivoting, O(n(l+u)l) steps. Source: Golub & Van Loan, 4th ed., 4.3.
 */
export function solveBanded(
  out: Float64Array,
  l: number,
  u: number,
  ab: Float64Array,
  b: Float64Array,
  n: number,
  k: number,
  { trans = false }: BandedOptions = {},
): number {
  const [below, above] = trans ? [u, l] : [l, u];
  const width = below + above + 1;
  // Rows start at their first column not yet eliminated: column i for row i and all rows that it may be exchanged with.
  const rows = new Float64Array(n * width);
  for (let i = 0; i < n; i++) {
    const first = Math.max(0, i - below);
    for (let j = first; j <= Math.min(n - 1, i + above); j++)
      rows[i * width + j - first] = trans ? ab[(u + j - i) * n + i]! : ab[(u + i - j) * n + j]!;
  }
  if (out !== b) out.set(b.subarray(0, n * k));
  let zeroPivot = -1;
  for (let i = 0; i < n; i++) {
    const end = Math.min(n, i + below + 1);
    let p = i;
    for (let r = i + 1; r < end; r++) if (Math.abs(rows[r * width]!) > Math.abs(rows[p * width]!)) p = r;
    if (p !== i) {
      swap(rows, i * width, p * width, width);
      swap(out, i * k, p * k, k);
    }
    const pivot = rows[i * width]!;
    if (pivot === 0 && zeroPivot < 0) zeroPivot = i;
    for (let r = i + 1; r < end; r++) {
      const f = pivot === 0 ? 0 : rows[r * width]! / pivot;
      addScaled(rows, r * width + 1, -f, rows, i * width + 1, width - 1);
      rows.copyWithin(r * width, r * width + 1, (r + 1) * width);
      rows[(r + 1) * width - 1] = 0;
      addScaled(out, r * k, -f, out, i * k, k);
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = 1; j < Math.min(width, n - i); j++)
      addScaled(out, i * k, -rows[i * width + j]!, out, (i + j) * k, k);
    for (let r = i * k; r < i * k + k; r++) out[r]! /= rows[i * width]!;
  }
  return zeroPivot;
}

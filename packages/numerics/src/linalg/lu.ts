/** LU factorization with partial pivoting. */
import { addRows, addScaled, swap } from "./vector.js";

export interface LuInfo {
  /** The sign of the row permutation: times the product of U's diagonal, it gives the determinant. */
  readonly sign: 1 | -1;
  /** The first pivot that is exactly 0, or −1 if none is. With one, the matrix is singular; its factors still hold. */
  readonly zeroPivot: number;
}

/** Columns are eliminated in groups of this many, so that the rows below are read once for the whole group. */
const group = 8;

/**
 * Row `perm[i]` of `a` (m×n) is row i of L·U: `out` (m×n) holds L below the diagonal, whose ones are not stored, and
 * U on and above it. `perm` has m entries. Source: Golub & Van Loan, Matrix Computations, 4th ed., 3.2.11 and 3.4.
 */
export function lu(out: Float64Array, perm: Int32Array, a: Float64Array, m: number, n: number): LuInfo {
  out.set(a.subarray(0, m * n));
  for (let i = 0; i < m; i++) perm[i] = i;
  const steps = Math.min(m, n);
  let sign: 1 | -1 = 1;
  let zeroPivot = -1;
  for (let start = 0; start < steps; start += group) {
    const end = Math.min(start + group, steps);
    for (let k = start; k < end; k++) {
      const p = largestInColumn(out, k, m, n);
      if (p !== k) {
        swap(out, k * n, p * n, n);
        [perm[k], perm[p]] = [perm[p]!, perm[k]!];
        sign = sign === 1 ? -1 : 1;
      }
      if (out[k * n + k] === 0 && zeroPivot < 0) zeroPivot = k;
      eliminate(out, k, m, n, end);
    }
    for (let i = start + 1; i < m; i++)
      addRows(
        out,
        i * n + end,
        n - end,
        -1,
        out,
        i * n + start,
        Math.min(i, end) - start,
        out,
        start * n + end,
        n,
      );
  }
  return { sign, zeroPivot };
}

function largestInColumn(a: Float64Array, k: number, m: number, n: number): number {
  let p = k;
  for (let i = k + 1; i < m; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[p * n + k]!)) p = i;
  return p;
}

/** Multipliers of pivot k, and their effect on the columns of its group. */
function eliminate(a: Float64Array, k: number, m: number, n: number, end: number): void {
  const pivot = a[k * n + k]!;
  // Everything below a zero pivot is zero too: 0/0 would be NaN.
  if (pivot === 0) return;
  for (let i = k + 1; i < m; i++) {
    const f = (a[i * n + k]! /= pivot);
    addScaled(a, i * n + k + 1, -f, a, k * n + k + 1, end - k - 1);
  }
}

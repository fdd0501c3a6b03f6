/** Real Schur form of square matrices, and the eigenvalues read from it. */
import { francis } from "./francis.js";
import { hessenberg } from "./hessenberg.js";
import { transpose } from "./matrix.js";
import { safeScale } from "./norms.js";

/**
 * a (n×n) = z·t·zᵀ with orthogonal `z` (null if not wanted) and quasi-triangular `t`: real eigenvalues on the diagonal,
 * a pair x ± iy as a 2×2 block [[x, b], [c, x]] with bc = −y². Returns false, with NaN results, if an entry is not
 * finite.
 * Source: Golub & Van Loan, 4th ed., 7.5.
 */
export function schur(t: Float64Array, z: Float64Array | null, a: Float64Array, n: number): boolean {
  t.set(a.subarray(0, n * n));
  const factor = safeScale(a.subarray(0, n * n));
  const zt = z === null ? null : new Float64Array(n * n);
  if (factor !== 1) for (let i = 0; i < n * n; i++) t[i]! *= factor;
  if (factor === factor) hessenberg(t, zt, n);
  if (factor !== factor || !francis(t, zt, n, true)) {
    t.fill(NaN, 0, n * n);
    z?.fill(NaN, 0, n * n);
    return false;
  }
  if (factor !== 1) for (let i = 0; i < n * n; i++) t[i]! /= factor;
  if (z !== null && zt !== null) transpose(z, zt, n, n);
  return true;
}

/** True if row i is the first of a 2×2 block of the quasi-triangular `t`. */
export function startsBlock(t: Float64Array, n: number, i: number): boolean {
  return i + 1 < n && t[(i + 1) * n + i] !== 0;
}

/** The eigenvalues of the quasi-triangular `t`, in their order there, pairs with the positive imaginary part first. */
export function schurEigenvalues(wr: Float64Array, wi: Float64Array, t: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    wr[i] = t[i * n + i]!;
    wi[i] = 0;
    if (!startsBlock(t, n, i)) continue;
    const im = Math.sqrt(Math.abs(t[i * n + i + 1]!)) * Math.sqrt(Math.abs(t[(i + 1) * n + i]!));
    wi[i] = im;
    wr[i + 1] = t[(i + 1) * n + i + 1]!;
    wi[i + 1] = -im;
    i++;
  }
}

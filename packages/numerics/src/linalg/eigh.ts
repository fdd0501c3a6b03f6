/** Eigenvalues and eigenvectors of symmetric matrices. */
import { safeScale } from "./norms.js";
import { tridiagonalize } from "./tridiagonal.js";
import { tridiagonalQL } from "./tridiagonal-ql.js";

/**
 * a (n×n, symmetric, only its lower triangle is read) = v·diag(w)·vᵀ: eigenvalues ascending in `w` (n), orthonormal
 * eigenvectors in the columns of `v` (n×n; null if only values are wanted). The sign of a vector, and the basis for
 * equal eigenvalues, are arbitrary. Returns false, with NaN results, if an entry is not finite.
 */
export function eigh(w: Float64Array, v: Float64Array | null, a: Float64Array, n: number): boolean {
  // Reflections from the top keep small eigenvalues accurate if entries decrease downwards: make sure that they do.
  const reversed = n > 0 && Math.abs(a[0]!) < Math.abs(a[n * n - 1]!);
  const work = lowerTriangle(a, n, reversed);
  const factor = safeScale(work);
  if (factor !== 1) for (let i = 0; i < work.length; i++) work[i]! *= factor;
  const d = new Float64Array(n);
  const e = new Float64Array(n);
  const zt = v === null ? null : new Float64Array(n * n);
  if (factor === factor) tridiagonalize(d, e, zt, work, n);
  if (factor !== factor || !tridiagonalQL(d, e, zt, n)) {
    w.fill(NaN, 0, n);
    v?.fill(NaN, 0, n * n);
    return false;
  }
  const order = Array.from(d.keys()).sort((i, j) => d[i]! - d[j]!);
  for (const [j, from] of order.entries()) {
    w[j] = d[from]! / factor;
    if (v !== null && zt !== null)
      for (let i = 0; i < n; i++) v[(reversed ? n - 1 - i : i) * n + j] = zt[from * n + i]!;
  }
  return true;
}

/** The lower triangle of `a`, or of `a` read from the other end. Entries above it must not be read. */
function lowerTriangle(a: Float64Array, n: number, reversed: boolean): Float64Array {
  const copy = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) copy[i * n + j] = reversed ? a[(n - 1 - j) * n + n - 1 - i]! : a[i * n + j]!;
  return copy;
}

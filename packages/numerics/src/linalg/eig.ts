/** Eigenvalues and eigenvectors of general real matrices. */
import { balance } from "./balance.js";
import type { Balance } from "./balance.js";
import { francis } from "./francis.js";
import { hessenberg } from "./hessenberg.js";
import { hypot, maxAbs, norm2, safeScale } from "./norms.js";
import { schurEigenvalues } from "./schur.js";
import { schurVector } from "./schur-vectors.js";
import { addRows } from "./vector.js";

/**
 * a·v = v·diag(w) for a real n×n matrix: eigenvalues wr + i·wi in no particular order, except that conjugate pairs are
 * adjacent, positive imaginary part first; the columns of vr + i·vi (n×n; null if not wanted) are the eigenvectors, of
 * 2-norm 1, complex ones with a real and positive largest entry. Returns false, with NaN results, if an entry is not
 * finite.
 * Source: Golub & Van Loan, 4th ed., 7.5 and 7.6; normalization as LAPACK's geev.
 */
export function eig(
  wr: Float64Array,
  wi: Float64Array,
  vectors: { readonly vr: Float64Array; readonly vi: Float64Array } | null,
  a: Float64Array,
  n: number,
): boolean {
  const t = a.slice(0, n * n);
  const factor = safeScale(t);
  if (factor === factor) {
    for (let i = 0; i < t.length; i++) t[i]! *= factor;
    const balanced = balance(t, n);
    const zt = vectors === null ? null : new Float64Array(n * n);
    hessenberg(t, zt, n);
    if (francis(t, zt, n, zt !== null)) {
      schurEigenvalues(wr, wi, t, n);
      if (vectors !== null && zt !== null) fillVectors(vectors.vr, vectors.vi, wr, wi, t, zt, balanced, n);
      for (let i = 0; i < n; i++) {
        wr[i]! /= factor;
        wi[i]! /= factor;
      }
      return true;
    }
  }
  for (const out of [wr, wi]) out.fill(NaN, 0, n);
  for (const out of vectors === null ? [] : [vectors.vr, vectors.vi]) out.fill(NaN, 0, n * n);
  return false;
}

/**
 * The eigenvectors of the quasi-triangular t, transformed back through the Schur basis (rows of zt) and the balancing.
 */
function fillVectors(
  vr: Float64Array,
  vi: Float64Array,
  wr: Float64Array,
  wi: Float64Array,
  t: Float64Array,
  zt: Float64Array,
  { order, factors }: Balance,
  n: number,
): void {
  const quasi = { t, n, size: maxAbs(t) };
  const [xr, xi, yr, yi] = [
    new Float64Array(n),
    new Float64Array(n),
    new Float64Array(n),
    new Float64Array(n),
  ];
  for (let j = 0; j < n; j++) {
    const isPair = wi[j] !== 0;
    const end = schurVector(xr, xi, quasi, j, [wr[j]!, wi[j]!]);
    yr.fill(0);
    yi.fill(0);
    addRows(yr, 0, n, 1, xr, 0, end, zt, 0, n);
    if (isPair) addRows(yi, 0, n, 1, xi, 0, end, zt, 0, n);
    for (let i = 0; i < n; i++) {
      yr[i]! *= factors[i]!;
      yi[i]! *= factors[i]!;
    }
    normalize(yr, yi, n, isPair);
    for (let i = 0; i < n; i++) {
      const at = order[i]! * n + j;
      vr[at] = yr[i]!;
      vi[at] = yi[i]!;
      if (!isPair) continue;
      vr[at + 1] = yr[i]!;
      vi[at + 1] = -yi[i]!;
    }
    if (isPair) j++;
  }
}

/** Scales a vector to norm 1, and makes the largest entry of a complex one real. */
function normalize(xr: Float64Array, xi: Float64Array, n: number, isComplex: boolean): void {
  const norm = hypot(norm2(xr, 0, n), norm2(xi, 0, n));
  let largest = 0;
  for (let i = 0; i < n; i++) {
    xr[i]! /= norm;
    xi[i]! /= norm;
    if (xr[i]! ** 2 + xi[i]! ** 2 > xr[largest]! ** 2 + xi[largest]! ** 2) largest = i;
  }
  if (!isComplex) return;
  const r = hypot(xr[largest]!, xi[largest]!);
  const c = xr[largest]! / r;
  const s = xi[largest]! / r;
  for (let i = 0; i < n; i++) {
    const re = xr[i]!;
    xr[i] = c * re + s * xi[i]!;
    xi[i] = c * xi[i]! - s * re;
  }
  xi[largest] = 0;
}

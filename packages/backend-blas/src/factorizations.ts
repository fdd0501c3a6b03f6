/**
 * Factorizations by LAPACK, which reads a row-major matrix as its transpose; most of them work on that without a copy.
 */
import type { Factorizations } from "@ndgrad/kernels";
import { cholesky, eig, eigh, lu, qr, svd, transpose } from "@ndgrad/numerics/linalg";
import type { Lapack } from "./bind-lapack.js";
import { withWorkspace } from "./workspace.js";

/** With fewer rows or columns than this, the call and its workspace cost more than loops in JavaScript. */
const SMALL = { lu: 36, cholesky: 26, qr: 18, eigh: 20, eig: 8, svd: 12 };

/** LAPACK for matrices that are large enough to gain from the call, JavaScript for those below the sizes in `small`. */
export function factorizationsBy(
  lapack: Lapack,
  small: typeof SMALL = SMALL,
): Omit<Factorizations, "solveTriangular"> {
  return {
    lu(out, perm, a, m, n) {
      if (Math.min(m, n) < small.lu) return lu(out, perm, a, m, n);
      const columns = new Float64Array(m * n);
      transpose(columns, a, m, n);
      const swaps = new Int32Array(Math.min(m, n));
      lapack.dgetrf(m, n, columns, m, swaps);
      // LAPACK sums in another order, and gets ±Infinity from infinities where the reference gets NaN.
      for (let i = 0; i < swaps.length; i++)
        if (!Number.isFinite(columns[i * m + i])) return lu(out, perm, a, m, n);
      transpose(out, columns, n, m);
      const zeroPivot = swaps.findIndex((_, i) => out[i * n + i] === 0);
      return { sign: applySwaps(perm, m, swaps), zeroPivot };
    },

    cholesky(out, a, n) {
      if (n < small.cholesky) return cholesky(out, a, n);
      out.fill(0, 0, n * n);
      for (let i = 0; i < n; i++) out.set(a.subarray(i * n, i * n + i + 1), i * n);
      const info = lapack.dpotrf("U", n, out, n);
      if (info > 0) return info - 1;
      // OpenBLAS does not stop at a NaN pivot.
      for (let i = 0; i < n; i++) if (!(out[i * n + i]! > 0)) return i;
      return -1;
    },

    qr(q, r, a, m, n, complete = false) {
      const k = Math.min(m, n);
      if (k < small.qr) {
        qr(q, r, a, m, n, complete);
        return;
      }
      // aᵀ = L·Q̃ gives a = Q̃ᵀ·Lᵀ, and L stored by columns is R stored by rows.
      const factors = a.slice(0, m * n);
      const taus = new Float64Array(k);
      withWorkspace((work, size) => lapack.dgelqf(n, m, factors, n, taus, work, size));
      const p = complete ? m : k;
      for (let i = 0; i < p; i++) for (let j = 0; j < n; j++) r[i * n + j] = i <= j ? factors[i * n + j]! : 0;
      if (q === null) return;
      for (let i = 0; i < m; i++) for (let j = 0; j < k; j++) q[i * p + j] = factors[i * n + j]!;
      withWorkspace((work, size) => lapack.dorglq(p, m, k, q, p, taus, work, size));
    },

    eigh(w, v, a, n) {
      if (n < small.eigh) return eigh(w, v, a, n);
      const vectors = a.slice(0, n * n);
      const letter = v === null ? "N" : "V";
      const converged =
        lowerIsFinite(a, n) &&
        withWorkspace((work, size, indices, indexCount) =>
          lapack.dsyevd(letter, "U", n, vectors, n, w, work, size, indices, indexCount),
        ) === 0;
      if (!converged) return fillNaN([w, n], [v, n * n]);
      if (v !== null) transpose(v, vectors, n, n);
      return true;
    },

    eig(wr, wi, vectors, a, n) {
      if (n < small.eig) return eig(wr, wi, vectors, a, n);
      const columns = new Float64Array(n * n);
      transpose(columns, a, n, n);
      const found = new Float64Array(vectors === null ? 1 : n * n);
      const letter = vectors === null ? "N" : "V";
      const converged =
        areFinite(a, n * n) &&
        withWorkspace((work, size) =>
          lapack.dgeev("N", letter, n, columns, n, wr, wi, found, n, found, n, work, size),
        ) === 0;
      if (!converged) return fillNaN([wr, n], [wi, n], [vectors?.vr, n * n], [vectors?.vi, n * n]);
      if (vectors !== null) unpackVectors(vectors.vr, vectors.vi, found, wi, n);
      return true;
    },

    svd(u, s, vt, a, m, n, full = false) {
      const k = Math.min(m, n);
      if (k < small.svd) return svd(u, s, vt, a, m, n, full);
      const [p, q] = full ? [m, n] : [k, k];
      const letter = u === null && vt === null ? "N" : full ? "A" : "S";
      const work = a.slice(0, m * n);
      // aᵀ = Ũ·S·Ṽᵀ: Ũ stored by columns is vt stored by rows, and Ṽᵀ stored by columns is u stored by rows.
      const left = vt ?? new Float64Array(letter === "N" ? 1 : q * n);
      const right = u ?? new Float64Array(letter === "N" ? 1 : m * p);
      const indices = new Int32Array(8 * k);
      const converged =
        areFinite(a, m * n) &&
        withWorkspace((workspace, size) =>
          lapack.dgesdd(letter, n, m, work, n, s, left, n, right, p, workspace, size, indices),
        ) === 0;
      return converged || fillNaN([s, k], [u, m * p], [vt, q * n]);
    },
  };
}

/** Sets `perm` to the permutation that swaps row i with row swaps[i] − 1 for each i in order. Returns its sign. */
function applySwaps(perm: Int32Array, m: number, swaps: Int32Array): 1 | -1 {
  for (let i = 0; i < m; i++) perm[i] = i;
  let sign: 1 | -1 = 1;
  swaps.forEach((place, i) => {
    if (place - 1 === i) return;
    [perm[i], perm[place - 1]] = [perm[place - 1]!, perm[i]!];
    sign = sign === 1 ? -1 : 1;
  });
  return sign;
}

/**
 * Unpacks eigenvectors. LAPACK stores a complex pair as two columns, the real and the imaginary part of its first
 * vector. It makes the largest entry real; this makes it positive too.
 */
function unpackVectors(
  vr: Float64Array,
  vi: Float64Array,
  columns: Float64Array,
  wi: Float64Array,
  n: number,
): void {
  for (let j = 0; j < n; j++) {
    const isComplex = wi[j] !== 0;
    // The second of a pair is the conjugate of the first.
    const isSecond = wi[j]! < 0;
    const re = (isSecond ? j - 1 : j) * n;
    const sign = isComplex ? signOfLargest(columns, re, n) : 1;
    const imSign = isSecond ? -sign : sign;
    for (let i = 0; i < n; i++) {
      vr[i * n + j] = sign * columns[re + i]!;
      vi[i * n + j] = isComplex ? imSign * columns[re + n + i]! : 0;
    }
  }
}

/**
 * The sign of the largest entry of a complex vector whose real parts start at `re`; at a tie, of the entry that is
 * real.
 */
function signOfLargest(columns: Float64Array, re: number, n: number): 1 | -1 {
  let at = re;
  let most = -1;
  for (let i = re; i < re + n; i++) {
    const size = columns[i]! ** 2 + columns[i + n]! ** 2;
    if (size < most || (size < most * (1 + 1e-12) && columns[i + n] !== 0)) continue;
    [at, most] = [i, size];
  }
  return columns[at]! < 0 ? -1 : 1;
}

/** LAPACK's iterations may not end on NaN or infinities. */
function areFinite(a: Float64Array, size: number): boolean {
  for (let i = 0; i < size; i++) if (!Number.isFinite(a[i])) return false;
  return true;
}

function lowerIsFinite(a: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) if (!Number.isFinite(a[i * n + j])) return false;
  return true;
}

function fillNaN(...outs: readonly (readonly [Float64Array | null | undefined, number])[]): false {
  for (const [out, size] of outs) out?.fill(NaN, 0, size);
  return false;
}

/** The principal square root of a real matrix. */
import type { ComplexArray } from "./complex.js";
import { complexSchur, fromSchur } from "./complex-schur.js";
import { maxAbs } from "./norms.js";
import { triangularRoot } from "./triangular-root.js";

/** Whether the principal function of a matrix exists, and is real. */
export interface PrincipalInfo {
  /** False: no such matrix exists, and the answer is meaningless. */
  readonly exists: boolean;
  /** The answer's imaginary part is 0: no eigenvalue is negative. */
  readonly isReal: boolean;
}

/**
 * out (re, im; n×n) with out·out = a and eigenvalues in the right half-plane, for a real n×n `a`. Negative eigenvalues
 * give a complex root; eigenvalues that are negative only by rounding count as 0. A singular `a` may have no root; NaN
 * if an entry is not finite. Source: Björck & Hammarling 1983, on the complex Schur form.
 */
export function sqrtm(out: ComplexArray, a: Float64Array, n: number): PrincipalInfo {
  const form = complexSchur(a, n);
  if (form === null) {
    out[0].fill(NaN, 0, n * n);
    out[1].fill(NaN, 0, n * n);
    return { exists: false, isReal: false };
  }
  const [re, im] = form.t;
  const rounding = n * 2 ** -53 * maxAbs(re);
  let isReal = true;
  for (let i = 0; i < n * n; i += n + 1) {
    if (im[i] !== 0 || re[i]! >= 0) continue;
    if (-re[i]! <= rounding) re[i] = -re[i]!;
    else isReal = false;
  }
  const exists = triangularRoot(form.t, n);
  fromSchur(out, form, n);
  if (isReal) out[1].fill(0, 0, n * n);
  return { exists, isReal };
}

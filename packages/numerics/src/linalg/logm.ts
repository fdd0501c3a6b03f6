/** The principal logarithm of a real matrix. */
import { complexZeros } from "./complex.js";
import type { ComplexArray } from "./complex.js";
import { complexSchur, fromSchur } from "./complex-schur.js";
import type { PrincipalInfo } from "./sqrtm.js";
import { triangularLog } from "./triangular-log.js";

/**
 * out (re, im; n×n), the logarithm of the real n×n `a` whose eigenvalues have imaginary parts in (−π, π]. With a
 * negative eigenvalue it is complex; with a zero eigenvalue, or an entry that is not finite, there is none: NaN.
 * Source: inverse scaling and squaring on the Schur form, Higham, Functions of Matrices, 11.5.
 */
export function logm(out: ComplexArray, a: Float64Array, n: number): PrincipalInfo {
  const form = complexSchur(a, n);
  const log = complexZeros(n * n);
  if (form === null || !triangularLog(log, form.t, n)) {
    out[0].fill(NaN, 0, n * n);
    out[1].fill(NaN, 0, n * n);
    return { exists: false, isReal: false };
  }
  const [re, im] = form.t;
  let isReal = true;
  for (let i = 0; i < n * n; i += n + 1) if (im[i] === 0 && re[i]! < 0) isReal = false;
  fromSchur(out, { t: log, z: form.z }, n);
  if (isReal) out[1].fill(0, 0, n * n);
  return { exists: true, isReal };
}

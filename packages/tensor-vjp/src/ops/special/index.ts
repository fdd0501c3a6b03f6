/** Special functions, by SciPy's names in camelCase; sigmoid and logSigmoid are its expit and log_expit. */
export { beta, betainc, betaln } from "./beta.js";
export { i0, i0e, i1, i1e, iv, ive, j0, j1, jn, y0, y1, yn } from "./bessel.js";
export { entr, klDiv, logit, xlog1py, xlogy } from "./entropy.js";
export { erf, erfc } from "./erf.js";
export { erfcinv, erfcx, erfinv } from "./error-functions.js";
export {
  digamma,
  gamma,
  gammainc,
  gammaincc,
  gammaln,
  multigammaln,
  polygamma,
  rgamma,
  zeta,
} from "./gamma.js";
export { logNdtr, ndtr, ndtri } from "./normal.js";

/** Special functions, by SciPy's names in camelCase; sigmoid and logSigmoid are its expit and log_expit. */
export { beta, betainc, betaln } from "../../primitives/special/beta.js";
export { i0, i0e, i1, i1e, iv, ive, j0, j1, jn, y0, y1, yn } from "../../primitives/special/bessel.js";
export { entr, klDiv, logit, xlog1py, xlogy } from "../../primitives/special/entropy.js";
export { erf, erfc } from "../../primitives/special/erf.js";
export { erfcinv, erfcx, erfinv } from "../../primitives/special/error-functions.js";
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
} from "../../primitives/special/gamma.js";
export { logNdtr, ndtr, ndtri } from "../../primitives/special/normal.js";

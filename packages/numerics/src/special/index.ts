/** The special functions of one number (and parameters), in float64. They define what every backend must compute. */

export { betaDensity } from "./beta-density.js";
export { beta, betaln } from "./beta.js";
export { j0, y0 } from "./bessel-0.js";
export { j1, y1 } from "./bessel-1.js";
export { i0, i0e, i1, i1e } from "./bessel-i01.js";
export { iv, ive } from "./bessel-iv.js";
export { iveDerivative } from "./bessel-ive-derivative.js";
export { jn, yn } from "./bessel-n.js";
export { digamma } from "./digamma.js";
export { entr, klDiv, logRatio, xlog1py, xlogy } from "./entropy.js";
export { erfcinv, erfinv } from "./erf-inverse.js";
export { erf, erfc, erfcx } from "./erf.js";
export { erfcxDerivative } from "./erfcx-derivative.js";
export { gammaDensity } from "./gamma-density.js";
export { gamma, rgamma } from "./gamma.js";
export { gammaln } from "./gammaln.js";
export { betainc } from "./incomplete-beta.js";
export { gammainc, gammaincc } from "./incomplete-gamma.js";
export { logExpit, logit } from "./logistic.js";
export { multigammaln } from "./multigammaln.js";
export { logNdtr, ndtr, ndtri } from "./normal.js";
export { polygammaDifference } from "./polygamma-difference.js";
export { polygamma } from "./polygamma.js";
export { cosPi, sinPi } from "./trig-pi.js";
export { zeta } from "./zeta.js";

/** The integrand of the incomplete beta function, normalised: the density of the beta distribution. */

import { beta } from "./beta.js";
import { betaPrefix, LARGE } from "./beta-parts.js";

/**
 * x^(a−1) (1 − x)^(b−1) / B(a, b) for a, b > 0 and 0 <= x <= 1 (else NaN): the derivative of betainc(a, b, x) in x.
 * Derivative in x: the density times (a − 1)/x − (b − 1)/(1 − x).
 */
export function betaDensity(a: number, b: number, x: number): number {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) return NaN;
  if (x === 0) return a < 1 ? Infinity : a === 1 ? b : 0;
  if (x === 1) return b < 1 ? Infinity : b === 1 ? a : 0;
  // x^a underflows before x^(a−1) does
  if (x < 1e-20 && a < LARGE) return (Math.pow(x, a - 1) * Math.exp((b - 1) * Math.log1p(-x))) / beta(a, b);
  return betaPrefix(a, b, x) / x / (1 - x);
}

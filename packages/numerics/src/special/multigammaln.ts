/** The logarithm of the multivariate gamma function. */

import { gammaln } from "./gammaln.js";

/**
 * log Γ_d(a) = d (d − 1)/4 log π + Σ log Γ(a − j/2), j = 0 … d − 1, for a > (d − 1)/2 and an integer d >= 1; else NaN.
 * Derivative in a: Σ digamma(a − j/2). Source: DLMF 35.3.4.
 */
export function multigammaln(a: number, d: number): number {
  if (!(a > (d - 1) / 2) || !Number.isInteger(d) || d < 1) return NaN;
  let sum = ((d * (d - 1)) / 4) * Math.log(Math.PI);
  for (let j = 0; j < d; j++) sum += gammaln(a - j / 2);
  return sum;
}

/** The integrand of the incomplete gamma function, normalised: the density of the gamma distribution. */

import { gamma } from "./gamma.js";
import { logPeak, stirlingRest } from "./stirling.js";

/**
 * x^(a−1) e^(−x) / Γ(a) for a > 0, x >= 0 (else NaN): the derivative of gammainc(a, x) in x, accurate where a is large and
 * exp((a − 1) log x − x − gammaln(a)) has lost log10(a) digits. Derivatives: in x times (a − 1)/x − 1, in a times log x − ψ(a).
 */
export function gammaDensity(a: number, x: number): number {
  if (!(a > 0 && x >= 0)) return NaN;
  if (x === 0) return a < 1 ? Infinity : a === 1 ? 1 : 0;
  if (x === Infinity || a === Infinity) return 0;
  if (a < 10) return (Math.pow(x, a - 1) * Math.exp(-x / 2) * Math.exp(-x / 2)) / gamma(a);
  return (gammaPrefix(a, x) / x) * a;
}

/** x^a e^(−x) / Γ(a + 1) for finite a >= 0, x > 0. For large a by logPeak and Stirling's formula, DLMF 5.11.3. */
export function gammaPrefix(a: number, x: number): number {
  // e^(−x) in halves: it underflows before x^a e^(−x) does
  if (a < 10) return (Math.pow(x, a) * Math.exp(-x / 2) * Math.exp(-x / 2)) / gamma(a + 1);
  return Math.exp(logPeak(a, x) - stirlingRest(a)) / Math.sqrt(2 * Math.PI * a);
}

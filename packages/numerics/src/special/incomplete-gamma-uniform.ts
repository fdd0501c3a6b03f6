/** The incomplete gamma functions for large a and x near a, uniformly through the transition. */

import { erfcx } from "./erf.js";
import { logPeak } from "./stirling.js";

/**
 * Q(a, x) for x >= a > 20 within 40 % of a, and P(a, x) for x <= a: e^(−z²) (½ erfcx z ± S/√(2πa)), z² = −logPeak.
 * Source: Temme 1979, DLMF 8.12.3–8.12.4; S by the backward recursion of Gil, Segura & Temme 2012.
 */
export function upperUniform(a: number, x: number): number {
  const exponent = logPeak(a, x);
  const eta = Math.sqrt((-2 * exponent) / a);
  return Math.exp(exponent) * (0.5 * erfcx(Math.sqrt(-exponent)) + correction(a, eta));
}

/** P(a, x) for x <= a. */
export function lowerUniform(a: number, x: number): number {
  const exponent = logPeak(a, x);
  const eta = -Math.sqrt((-2 * exponent) / a);
  return Math.exp(exponent) * (0.5 * erfcx(Math.sqrt(-exponent)) - correction(a, eta));
}

/** S(a, η)/√(2πa). With S = Σ βₙ ηⁿ / (1 + β₁/a): βₙ₋₁ = Fₙ + (n + 1) βₙ₊₁/a. */
function correction(a: number, eta: number): number {
  const last = F.length - 1;
  let above = F[last]!;
  let beta = F[last - 1]!;
  let sum = above * eta + beta;
  for (let n = last - 2; n >= 1; n--) {
    const below = F[n]! + ((n + 1) * above) / a;
    above = beta;
    beta = below;
    sum = sum * eta + beta;
  }
  return sum / (1 + above / a) / Math.sqrt(2 * Math.PI * a);
}

/** Coefficients of η/(λ − 1) in powers of η, where ½η² = λ − 1 − log λ; computed with mpmath at 60 digits. */
const F: readonly number[] = [
  1.0, -0.3333333333333333, 0.08333333333333333, -0.014814814814814815, 0.0011574074074074073,
  0.0003527336860670194, -0.0001787551440329218, 3.919263178522438e-5, -2.185448510679992e-6,
  -1.85406221071516e-6, 8.296711340953087e-7, -1.7665952736826078e-7, 6.707853543401498e-9,
  1.0261809784240309e-8, -4.382036018453353e-9, 9.14769958223679e-10, -2.5514193994946248e-11,
  -5.830772132550426e-11, 2.4361948020667415e-11, -5.0276692801141755e-12, 1.1004392031956135e-13,
  3.371763262400985e-13, -1.392388722418162e-13, 2.8534893807047445e-14, -5.139111834242572e-16,
  -1.9752288294349442e-15, 8.099521156704561e-16, -1.6522531216398162e-16, 2.5305430097478883e-18,
  1.1686939738559576e-17,
];

/** Ratios of gamma functions that would cancel if written with gammaln, and the powers that go with them. */

import { productError, sumError } from "./exact.js";
import { gamma } from "./gamma.js";
import { log1pExcess, LOWEST_RATIO } from "./log1p-excess.js";
import { stirlingRest } from "./stirling.js";

/** From here on both Stirling's series and the forms built on it hold to the last digit. */
export const LARGE = 10;

/**
 * log Γ(b) − log Γ(a + b) for b >= 10 > a > 0. Source: DiDonato & Morris 1992 (ALGDIV), in terms of Stirling's
 * remainder.
 */
export function logGammaDrop(a: number, b: number): number {
  return a * (1 - Math.log(b)) - logPowerRest(a, b);
}

/** (a + b − ½) log(1 + a/b) plus the two remainders of Stirling's series, without cancellation. */
function logPowerRest(a: number, b: number): number {
  return (a + b - 0.5) * Math.log1p(a / b) + stirlingRest(a + b) - stirlingRest(b);
}

/** Stirling's remainder of log B(a, b), for a, b >= 10. */
export const betaRest = (a: number, b: number): number =>
  stirlingRest(a) + (stirlingRest(b) - stirlingRest(a + b));

/** x^a (1 − x)^b / B(a, b) for a, b > 0 and 0 < x < 1. */
export function betaPrefix(a: number, b: number, x: number): number {
  if (a >= LARGE && b >= LARGE) return largeBoth(a, b, x);
  const y = 1 - x;
  if (b >= LARGE) {
    // the power b^a of Γ(a + b)/Γ(b) joins x^a: (b x)^a is of moderate size where the product is
    return (Math.pow(b * x, a) * Math.exp(b * Math.log1p(-x) + logPowerRest(a, b) - a)) / gamma(a);
  }
  if (a >= LARGE) return (Math.pow(a * y, b) * Math.exp(a * Math.log(x) + logPowerRest(b, a) - b)) / gamma(b);
  return (
    ((((Math.pow(x, a) * Math.pow(y, b) * a) / gamma(a + 1)) * b) / gamma(b + 1) / (a + b)) * gamma(a + b + 1)
  );
}

/**
 * With λ = a − (a + b) x the powers are (1 − λ/a)^a (1 + λ/b)^b, whose first-order terms cancel exactly.
 */
function largeBoth(a: number, b: number, x: number): number {
  const c = a + b;
  const lambda = meanExcess(a, b, x);
  const exponent = a * excess(-lambda / a, x, a / c) + b * excess(lambda / b, 1 - x, b / c);
  return Math.sqrt(a / (2 * Math.PI)) * Math.sqrt(b / c) * Math.exp(exponent - betaRest(a, b));
}

/** log(x/mean) − r with r = x/mean − 1: near the mean by r, far below it by the quotient. */
const excess = (r: number, x: number, mean: number): number =>
  r < LOWEST_RATIO ? Math.log(x / mean) - r : log1pExcess(r);

/** a − (a + b) x, including the rounding errors of its sum and product: a small difference near the mean a/(a + b). */
export function meanExcess(a: number, b: number, x: number): number {
  const c = a + b;
  return a - c * x - (productError(c, x) + sumError(a, b) * x);
}

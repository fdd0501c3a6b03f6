/** The beta function and its logarithm. */

import { betaRest, LARGE, logGammaDrop } from "./beta-parts.js";
import { digamma } from "./digamma.js";
import { sumError } from "./exact.js";
import { gamma } from "./gamma.js";
import { gammaln, gammaln1p } from "./gammaln.js";
import { LOG_SQRT_2PI } from "./stirling.js";
import { sinPi, sinPiSum } from "./trig-pi.js";

/**
 * B(a, b) = Γ(a) Γ(b)/Γ(a + b). +∞ at the poles of Γ(a) and Γ(b), except for a negative whole a and a whole b <= −a the
 * limit (−1)^b B(1 − a − b, b) (and the same with a, b exchanged), as in scipy; 0 at the poles of Γ(a + b); Γ(a)·∞ at a
 * < 0, b = ∞. Derivative in a: B (ψ(a) − ψ(a + b)). Source: DLMF 5.12.1, 5.5.3 for negative arguments.
 */
export function beta(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  if (!(low > 0)) {
    if (isPole(low) || isPole(high)) return atPole(low, high);
    return high === Infinity ? gamma(low) * Infinity : factor(low, high) * Math.exp(positivePart(low, high));
  }
  if (high === Infinity) return 0;
  if (low >= LARGE) return Math.exp(positiveLog(low, high));
  if (high >= LARGE) return gamma(low) * Math.exp(logGammaDrop(low, high));
  return (gamma(low) / gamma(low + high)) * gamma(high);
}

/** log |B(a, b)|. Derivative in a: ψ(a) − ψ(a + b), for which digammaDifference keeps its digits where b is small. */
export function betaln(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN;
  const low = Math.min(a, b);
  const high = Math.max(a, b);
  if (!(low > 0)) {
    if (isPole(low) || isPole(high)) return Math.log(Math.abs(atPole(low, high)));
    return high === Infinity ? Infinity : Math.log(Math.abs(factor(low, high))) + positivePart(low, high);
  }
  return high === Infinity ? -Infinity : positiveLog(low, high);
}

/** log B(a, b) for 0 < a <= b < ∞. */
function positiveLog(a: number, b: number): number {
  if (a >= LARGE) {
    const logs = a * Math.log1p(b / a) + b * Math.log1p(a / b) + 0.5 * Math.log(a / (1 + a / b));
    return LOG_SQRT_2PI + betaRest(a, b) - logs;
  }
  if (b >= LARGE) return gammaln(a) + logGammaDrop(a, b);
  const c = a + b;
  if (c < 0.2) return gammaln1p(a) + gammaln1p(b) - gammaln1p(c) + Math.log(c / a / b);
  // near (1, 1) all three logarithms are small, and the rounding of a + b matters
  return gammaln(a) + gammaln(b) - (gammaln(c) + sumError(a, b) * digamma(c));
}

const isPole = (x: number): boolean => x <= 0 && Math.floor(x) === x;

function atPole(low: number, high: number): number {
  const isLimit = isPole(low) && Number.isInteger(high) && high > 0 && high <= -low;
  return isLimit ? (high % 2 === 0 ? 1 : -1) * beta(1 - low - high, high) : Infinity;
}

/** For low < 0, B(low, high) = factor · e^positivePart; the factor holds the sign, the zeros and the poles. */
function factor(low: number, high: number): number {
  if (high < 0) return (Math.PI * sinPiSum(low, high)) / (sinPi(low) * sinPi(high) * (1 - low - high));
  return low + high > 0 ? Math.PI / (high * sinPi(low)) : sinPiSum(low, high) / sinPi(low);
}

function positivePart(low: number, high: number): number {
  if (high < 0) return -betaln(1 - low, 1 - high);
  return low + high > 0 ? -betaln(1 - low, low + high) : betaln(high, 1 - low - high);
}

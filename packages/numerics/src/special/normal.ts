/** The standard normal distribution: probability, its logarithm, its inverse. */

import { erfc, erfcx } from "./erf.js";
import { productError } from "./exact.js";
import { normalQuantile } from "./normal-quantile.js";

/** Φ(x), the probability below x, accurate in the lower tail. Derivative: e^(−x²/2)/√(2π). Source: DLMF 7.18 via erfc. */
export function ndtr(x: number): number {
  if (x > -1) return x > 1 ? 1 - lowerTail(-x) : 0.5 * erfc(-x * Math.SQRT1_2);
  return lowerTail(x);
}

/**
 * log Φ(x), finite for every finite x whose square is. Derivative: √(2/π)/erfcx(−x/√2), the inverse Mills ratio;
 * written with erfcx and erfcxDerivative it stays accurate to any order, where x + ratio would cancel.
 */
export function logNdtr(x: number): number {
  if (x < -1) return -0.5 * x * x + Math.log(0.5 * erfcx(-x * Math.SQRT1_2));
  return x > 1 ? Math.log1p(-lowerTail(-x)) : Math.log(0.5 * erfc(-x * Math.SQRT1_2));
}

/** z with Φ(z) = p; −∞ at 0, +∞ at 1, NaN outside. Derivative: √(2π) e^(z²/2) at the answer z. Source: AS 241. */
export function ndtri(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  return normalQuantile(p - 0.5, p < 0.5 ? p : 1 - p);
}

/** Φ(x) for x <= −1: the exponential takes x² with its rounding error, which erfc(x/√2) could not know. */
function lowerTail(x: number): number {
  if (x < -40) return 0;
  return 0.5 * Math.exp(-0.5 * x * x) * (1 - 0.5 * productError(x, x)) * erfcx(-x * Math.SQRT1_2);
}

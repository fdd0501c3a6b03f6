/** The zeta functions of Riemann and Hurwitz. */

import { gamma } from "./gamma.js";
import { scaledHurwitz } from "./hurwitz.js";
import { stirlingRest } from "./stirling.js";
import { sinPi } from "./trig-pi.js";

/**
 * Hurwitz ζ(s, q) = Σ (k + q)^(−s) for s > 1; without q, Riemann ζ(s) for every real s.
 * +∞ at s = 1 and, as in scipy, at q = 0, −1, …; NaN for s < 1 with a q, and for negative q unless s is whole.
 * Derivative in q: −s zeta(s + 1, q). Sources: DLMF 25.11.5, and 25.4.2 for negative s.
 */
export function zeta(s: number, q?: number): number {
  if (q === undefined) return riemann(s);
  if (Number.isNaN(q) || !(s >= 1)) return NaN;
  if (s === 1) return Infinity;
  if (q > 0) return hurwitz(s, q);
  if (q === -Infinity) return NaN;
  if (Number.isInteger(q)) return Infinity;
  return Number.isInteger(s) ? hurwitzWhole(s, q) : NaN;
}

/** ζ(s, q) for q > 0, s > 1. */
function hurwitz(s: number, q: number): number {
  if (q === Infinity) return 0;
  if (s === Infinity) return q === 1 ? 1 : q > 1 ? 0 : Infinity;
  const scaled = scaledHurwitz(s, q);
  return q > 1 ? Math.pow(q, 1 - s) * (scaled / q) : Math.pow(q, -s) * scaled;
}

/**
 * ζ(n, x) for integer n > 1 and any x that is not a pole. For x < 0 it is the sum over all integers, on both sides,
 * minus the part below x: three sums of positive terms.
 */
export function hurwitzWhole(n: number, x: number): number {
  if (x > 0) return hurwitz(n, x);
  const d = x - Math.round(x);
  const parity = n % 2 === 0 ? 1 : -1;
  return hurwitz(n, d > 0 ? d : 1 + d) + parity * (hurwitz(n, d > 0 ? 1 - d : -d) - hurwitz(n, 1 - x));
}

function riemann(s: number): number {
  if (s === Infinity) return 1;
  if (s === 1) return Infinity;
  if (s > -0.25) return scaledHurwitz(s, 1);
  const sine = s === -Infinity ? NaN : sinPi(s / 2);
  return sine === 0 ? 0 : 2 * sine * scaledHurwitz(1 - s, 1) * gammaOverTwoPi(1 - s);
}

/** Γ(t) (2π)^(−t), which stays finite far beyond the t where Γ overflows. */
function gammaOverTwoPi(t: number): number {
  if (t < 30) return gamma(t) * Math.pow(2 * Math.PI, -t);
  const half = Math.pow(t / (2 * Math.PI * Math.E), t / 2);
  return half * (Math.sqrt((2 * Math.PI) / t) * Math.exp(stirlingRest(t))) * half;
}

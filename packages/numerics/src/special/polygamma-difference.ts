/** The difference of digamma, or of one of its derivatives, between two points that may be close. */

import { gamma } from "./gamma.js";
import { BERNOULLI_OVER_FACTORIAL } from "./hurwitz.js";

/**
 * ψ⁽ⁿ⁾(x + h) − ψ⁽ⁿ⁾(x) for whole n >= 0, x > 0, x + h > 0 (else NaN), at full relative accuracy for any h: the
 * building block of the derivatives of the beta function. Derivatives: in x polygammaDifference(n + 1, x, h), in h
 * polygamma(n + 1, x + h).
 * Source: DLMF 5.15.1 and 25.11.5, each difference of powers taken as an expm1 of a log1p.
 */
export function polygammaDifference(n: number, x: number, h: number): number {
  if (!(n >= 0 && x > 0 && x + h > 0) || !Number.isInteger(n)) return NaN;
  if (h < 0) return -polygammaDifference(n, x + h, -h);
  return (n % 2 === 0 ? -1 : 1) * gamma(n + 1) * powerSumDifference(n + 1, x, h);
}

/** Σ (x + k + h)^(−s) − (x + k)^(−s), k = 0, 1, …, all terms negative; whole s >= 1, h >= 0. */
function powerSumDifference(s: number, x: number, h: number): number {
  const end = Math.max(10, 6 + 1.5 * s);
  let sum = 0;
  let w = x;
  for (let k = 0; w < end; w = x + ++k) {
    const term = powerDifference(s, w, h);
    sum += term;
    if (-term < -1e-18 * sum) return sum;
  }
  const integral = s === 1 ? -Math.log1p(h / w) : powerDifference(s - 1, w, h) / (s - 1);
  let factor = s;
  let corrections = 0.5 * powerDifference(s, w, h);
  for (let j = 0; j < BERNOULLI_OVER_FACTORIAL.length; j++) {
    corrections += BERNOULLI_OVER_FACTORIAL[j]! * factor * powerDifference(s + 2 * j + 1, w, h);
    factor *= (s + 2 * j + 1) * (s + 2 * j + 2);
  }
  return sum + integral + corrections;
}

/** (w + h)^(−s) − w^(−s). */
const powerDifference = (s: number, w: number, h: number): number =>
  Math.pow(w, -s) * Math.expm1(-s * Math.log1p(h / w));

/** The remainder of Stirling's formula, and the ratios of powers to factorials that are computed with it. */

import { log1pExcess, LOWEST_RATIO } from "./log1p-excess.js";
import { horner } from "./polynomial.js";

export const LOG_SQRT_2PI = 0.9189385332046728;

/** log Γ(x) − (x − ½) log x + x − log √(2π) for x >= 10, absolute error below 1e-17. Source: DLMF 5.11.1. */
export function stirlingRest(x: number): number {
  const r = 1 / x;
  return r * horner(BERNOULLI_TERMS, r * r);
}

/** B(2k) / (2k (2k − 1)) for k = 1 … 8. */
const BERNOULLI_TERMS: readonly number[] = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400,
];

/**
 * log of (x/a)^a e^(a − x), which is 0 at x = a and negative elsewhere, at full relative accuracy.
 * A naive difference of a log x, x and log Γ(a) loses log10(a) digits.
 */
export function logPeak(a: number, x: number): number {
  const excess = (x - a) / a;
  return a * (excess < LOWEST_RATIO ? Math.log(x / a) - excess : log1pExcess(excess));
}

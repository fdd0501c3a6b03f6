/** Products of a number and a logarithm, as they occur in entropies, with 0·log 0 = 0. */

import { log1pExcess } from "./log1p-excess.js";

/** x log y; 0 where x is 0, unless y is NaN. Derivatives: log y and x/y. */
export const xlogy = (x: number, y: number): number => (x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y));

/** x log(1 + y); 0 where x is 0, unless y is NaN. Derivatives: log1p(y) and x/(1 + y). */
export const xlog1py = (x: number, y: number): number =>
  x === 0 && !Number.isNaN(y) ? 0 : x * Math.log1p(y);

/** −x log x; 0 at 0, −∞ below. Derivative: −log x − 1. */
export function entr(x: number): number {
  if (x > 0) return -x * Math.log(x);
  return x === 0 ? 0 : x < 0 ? -Infinity : NaN;
}

/**
 * x log(x/y) − x + y for x >= 0, y >= 0 (y > 0 unless x is 0), else +∞: 0 at x = y, accurately so near it.
 * Derivatives: logRatio(x, y) and 1 − x/y.
 */
export function klDiv(x: number, y: number): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  if (x === 0 && y >= 0) return y;
  if (!(x > 0 && y > 0)) return Infinity;
  const excess = (y - x) / x;
  if (excess < -0.5 || excess > 1) return x * logRatio(x, y) - x + y;
  return -x * log1pExcess(excess);
}

/** log(x/y) for positive x and y, without over- or underflow, at full relative accuracy at its zero x = y. */
export function logRatio(x: number, y: number): number {
  const excess = (x - y) / y;
  if (excess > -0.5 && excess < 1) return Math.log1p(excess);
  const ratio = x / y;
  return ratio > 1e-300 && ratio < 1e300 ? Math.log(ratio) : Math.log(x) - Math.log(y);
}

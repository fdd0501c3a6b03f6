/** The logarithm of the gamma function. */

import {
  ABOVE_ONE_P,
  ABOVE_ONE_Q,
  ABOVE_TWO_P,
  ABOVE_TWO_Q,
  AT_MINIMUM,
  BELOW_TWO,
  MINIMUM,
  MINIMUM_VALUE,
} from "./gammaln-tables.js";
import { horner, rational } from "./polynomial.js";
import { LOG_SQRT_2PI, stirlingRest } from "./stirling.js";
import { sinPi } from "./trig-pi.js";

/**
 * log |Γ(x)|; +∞ at 0 and the negative integers, full relative accuracy at its zeros 1 and 2.
 * Between the negative integers it has further zeros, where the error is absolute, a few 1e-16.
 * Derivative: digamma. Source: the intervals and coefficients of fdlibm e_lgamma_r.c; reflection DLMF 5.5.3.
 */
export function gammaln(x: number): number {
  if (x >= 10)
    return x < 1e305
      ? (x - 0.5) * (Math.log(x) - 1) + HALF_LOG_2PI_LESS_1 + stirlingRest(x)
      : x * (Math.log(x) - 1);
  if (x >= 2) return atLeastTwo(x);
  if (x > 0) return x < 0.9 ? (x < 0.2 ? gammaln1p(x) : underTwo(x + 1)) - Math.log(x) : underTwo(x);
  if (x === 0 || Number.isNaN(x) || x === -Infinity) return x === 0 ? Infinity : x;
  if (x > -1e-20) return -Math.log(-x);
  const s = sinPi(x);
  return s === 0 ? Infinity : Math.log(Math.PI / Math.abs(s * x)) - gammaln(-x);
}

/** log Γ(1 + y) with full relative accuracy at y = 0, for −0.5 <= y <= 2. */
export function gammaln1p(y: number): number {
  return Math.abs(y) < 0.23 ? y * (rational(ABOVE_ONE_P, ABOVE_ONE_Q, y) - 0.5) : gammaln(1 + y);
}

/** 0.9 <= x < 2. The three pieces keep the factors y that vanish at 1 and 2, and the square at the minimum. */
function underTwo(x: number): number {
  if (x < 1.23) return gammaln1p(x - 1);
  if (x > 1.7316) return (2 - x) * (horner(BELOW_TWO, 2 - x) - 0.5);
  const z = x - MINIMUM;
  return MINIMUM_VALUE + z * z * horner(AT_MINIMUM, z);
}

/** 2 <= x < 10: log of the factors down to the last in [2, 3), and its gamma. */
function atLeastTwo(x: number): number {
  let product = 1;
  let y = x - 2;
  while (y >= 1) {
    product *= y + 1;
    y -= 1;
  }
  const base = y * (rational(ABOVE_TWO_P, ABOVE_TWO_Q, y) + 0.5);
  return product === 1 ? base : base + Math.log(product);
}

const HALF_LOG_2PI_LESS_1 = LOG_SQRT_2PI - 0.5;

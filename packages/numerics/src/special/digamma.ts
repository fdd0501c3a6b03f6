/** The digamma function. */

import { horner, rational } from "./polynomial.js";
import { cotPi } from "./trig-pi.js";

/**
 * ψ(x), the derivative of log Γ; full relative accuracy at its positive zero. −∞ at 0 (+∞ at −0), NaN at the negative
 * integers, where the two sides disagree in sign. Between them the error at the zeros is absolute, a few 1e-16.
 * Derivative: polygamma(1, x). Source: rational form on [1, 2] of Boost.Math digamma (Maddock 2006); DLMF 5.5.2, 5.5.4, 5.11.2.
 */
export function digamma(x: number): number {
  if (x < 0) return Number.isInteger(x) || x === -Infinity ? NaN : digamma(1 - x) - Math.PI * cotPi(x);
  if (x === 0) return -1 / x;
  if (x >= 10) return large(x);
  let sum = 0;
  let y = x;
  while (y > 2) {
    y -= 1;
    sum += 1 / y;
  }
  if (y < 1) {
    sum = -1 / y;
    y += 1;
  }
  const g = y - ROOT_HIGH - ROOT_MIDDLE - ROOT_LOW;
  return sum + (g * SLOPE + g * rational(DIGAMMA_P, DIGAMMA_Q, y - 1));
}

function large(x: number): number {
  const r = 1 / x;
  const z = r * r;
  return x === Infinity ? x : Math.log(x) - 0.5 * r - z * horner(ASYMPTOTIC, z);
}

/** The positive zero, to 53 + 30 bits. */
const ROOT_HIGH = 1569415565 / 1073741824;
const ROOT_MIDDLE = 381566830 / 1073741824 / 1073741824;
const ROOT_LOW = 9.016312093258695e-20;

const SLOPE = 0.9955816268920898;
const DIGAMMA_P: readonly number[] = [
  0.25479851061131553, -0.3255503118680449, -0.6503185377089651, -0.28919126444774784, -0.04525132144873906,
  -0.002071332116774595,
];
const DIGAMMA_Q: readonly number[] = [
  1, 2.076711702373047, 1.4606242909763516, 0.43593529692665967, 0.054151797245674226, 0.0021284987017821146,
  -5.578984132167551e-7,
];

/** B(2k)/2k for k = 1 … 9. */
const ASYMPTOTIC: readonly number[] = [
  1 / 12,
  -1 / 120,
  1 / 252,
  -1 / 240,
  1 / 132,
  -691 / 32760,
  1 / 12,
  -3617 / 8160,
  43867 / 14364,
];

/** The Bessel functions of order 1. */

import { P1, Q1 } from "./bessel-1-tables.js";
import { amplitude, INV_SQRT_PI, sinMinusCos, sinPlusCos } from "./bessel-amplitude.js";
import { rational } from "./polynomial.js";

/**
 * J₁(x), odd; 0 at ±∞. Absolute error a few 1e-16 of the amplitude, relative near 0. Derivative: (j0(x) − jn(2, x))/2.
 * Source: rational forms of fdlibm e_j1.c, DLMF 10.17.3.
 */
export function j1(x: number): number {
  const a = Math.abs(x);
  if (a < 2) return x * (0.5 + a * a * rational(J_P, J_Q, a * a));
  if (a === Infinity) return 0;
  const positive = (INV_SQRT_PI * (p(a) * sinMinusCos(a) + q(a) * sinPlusCos(a))) / Math.sqrt(a);
  return x < 0 ? -positive : positive;
}

/** Y₁(x) for x > 0; −∞ at 0, NaN below, 0 at ∞. Derivative: (y0(x) − yn(2, x))/2. */
export function y1(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x < 2) return x * rational(Y_P, Y_Q, x * x) + TWO_OVER_PI * (j1(x) * Math.log(x) - 1 / x);
  if (x === Infinity) return 0;
  return (INV_SQRT_PI * (q(x) * sinMinusCos(x) - p(x) * sinPlusCos(x))) / Math.sqrt(x);
}

const p = (x: number): number => 1 + amplitude(P1, x);
const q = (x: number): number => (amplitude(Q1, x) + 0.375) / x;

const TWO_OVER_PI = 0.6366197723675814;

/** J₁(x) = x/2 + x z P(z)/Q(z) with z = x² on [0, 2]. */
const J_P: readonly number[] = [-0.0625, 0.001407056669551897, -1.599556310840356e-5, 4.9672799960958445e-8];
const J_Q: readonly number[] = [
  1, 0.019153759953836346, 0.00018594678558863092, 1.1771846404262368e-6, 5.0463625707621704e-9,
  1.2354227442613791e-11,
];

/** Y₁(x) = x P(x²)/Q(x²) + 2/π (J₁(x) log x − 1/x) on [0, 2]. */
const Y_P: readonly number[] = [
  -0.19605709064623894, 0.05044387166398113, -0.0019125689587576355, 2.352526005616105e-5,
  -9.190991580398789e-8,
];
const Y_Q: readonly number[] = [
  1, 0.01991673182366499, 0.00020255258102513517, 1.3560880109751623e-6, 6.227414523646215e-9,
  1.6655924620799208e-11,
];

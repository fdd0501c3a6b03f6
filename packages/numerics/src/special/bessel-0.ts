/** The Bessel functions of order 0. */

import { P0, Q0 } from "./bessel-0-tables.js";
import { amplitude, INV_SQRT_PI, sinMinusCos, sinPlusCos } from "./bessel-amplitude.js";
import { rational } from "./polynomial.js";

/**
 * J₀(x); 0 at ±∞. Absolute error a few 1e-16 of the amplitude √(2/(π x)), also for huge x. Derivative: −j1(x).
 * Source: rational forms of fdlibm e_j0.c, DLMF 10.17.3.
 */
export function j0(x: number): number {
  const a = Math.abs(x);
  if (a < 2) {
    const z = a * a;
    return (1 + a / 2) * (1 - a / 2) + z * z * rational(J_P, J_Q, z);
  }
  if (a === Infinity) return 0;
  return (INV_SQRT_PI * (p(a) * sinPlusCos(a) - q(a) * sinMinusCos(a))) / Math.sqrt(a);
}

/** Y₀(x) for x > 0; −∞ at 0, NaN below, 0 at ∞. Derivative: −y1(x). */
export function y0(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x < 2) return rational(Y_P, Y_Q, x * x) + TWO_OVER_PI * j0(x) * Math.log(x);
  if (x === Infinity) return 0;
  return (INV_SQRT_PI * (p(x) * sinMinusCos(x) + q(x) * sinPlusCos(x))) / Math.sqrt(x);
}

const p = (x: number): number => 1 + amplitude(P0, x);
const q = (x: number): number => (amplitude(Q0, x) - 0.125) / x;

const TWO_OVER_PI = 0.6366197723675814;

/** J₀(x) = 1 − z/4 + z² P(z)/Q(z) with z = x² on [0, 2]. */
const J_P: readonly number[] = [
  0.015624999999999995, -0.00018997929423885472, 1.8295404953270067e-6, -4.618326885321032e-9,
];
const J_Q: readonly number[] = [
  1, 0.015619102946489001, 0.00011692678466333745, 5.135465502073181e-7, 1.1661400333379e-9,
];

/** Y₀(x) = P(x²)/Q(x²) + 2/π J₀(x) log x on [0, 2]. */
const Y_P: readonly number[] = [
  -0.07380429510868723, 0.17666645250918112, -0.01381856719455969, 0.00034745343209368365,
  -3.8140705372436416e-6, 1.9559013703502292e-8, -3.982051941321034e-11,
];
const Y_Q: readonly number[] = [
  1, 0.01273048348341237, 7.600686273503533e-5, 2.591508518404578e-7, 4.4111031133267547e-10,
];

/** The gamma function and its reciprocal. */

import { horner, rational } from "./polynomial.js";
import { sinPi } from "./trig-pi.js";

/**
 * Γ(x); ±∞ at ±0, NaN at −∞ and the negative integers, where the two sides differ; exact at the integers up to 23.
 * Derivative: gamma(x) digamma(x). Source: rational form and Stirling coefficients of Cephes gamma.c (Moshier 1984).
 */
export function gamma(x: number): number {
  if (x > 33) return stirling(x);
  if (x < -33) return belowMinus33(x);
  let y = x;
  let scale = 1;
  while (y >= 3) {
    y -= 1;
    scale *= y;
  }
  while (y < 2) {
    if (y === 0) return x === 0 ? 1 / x : NaN;
    if (Math.abs(y) < 1e-9) return scale / ((1 + EULER * y) * y);
    scale /= y;
    y += 1;
  }
  return scale * rational(GAMMA_P, GAMMA_Q, y - 2);
}

/**
 * 1/Γ(x), entire: 0 at 0 and the negative integers.
 * Derivative for x < ½, where −digamma(x) rgamma(x) is 0·∞ at the poles: cosPi(x) Γ(1 − x) − sinPi(x) Γ(1 − x) digamma(1 − x)/π.
 */
export function rgamma(x: number): number {
  if (x > -33) return Math.abs(x) < 1e-20 ? x : Number.isInteger(x) && x <= 0 ? 0 : 1 / gamma(x);
  // 1/Γ would divide by a subnormal number below −170; Γ(1 − x) sin(π x)/π overflows 7 units later, as it should
  if (x === -Infinity || Number.isNaN(x)) return NaN;
  const s = sinPi(x);
  if (s === 0) return 0;
  return x < -200 ? s * Infinity : scaledStirling(-x) * (s * (-x / Math.PI)) * rootPower(-x);
}

function belowMinus33(x: number): number {
  if (x === -Infinity) return NaN;
  const s = sinPi(x);
  if (s === 0) return NaN;
  return x < -200 ? 0 : -Math.PI / (s * x) / scaledStirling(-x) / rootPower(-x);
}

/** Γ(x) for x > 33, in two factors because x^x overflows before Γ does. */
const stirling = (x: number): number => (x > 171.7 ? Infinity : scaledStirling(x) * rootPower(x));

const scaledStirling = (x: number): number =>
  SQRT_2PI * (1 + horner(STIRLING, 1 / x) / x) * Math.exp(-x) * rootPower(x);

const rootPower = (x: number): number => Math.pow(x, 0.5 * x - 0.25);

const EULER = 0.5772156649015329;
const SQRT_2PI = 2.5066282746310002;

/** Γ(2 + y) = P(y)/Q(y) on [0, 1]. */
const GAMMA_P: readonly number[] = [
  1, 0.4942148268014971, 0.20744822764843598, 0.04763678004571372, 0.010421379756176158,
  0.0011913514700658638, 0.00016011952247675185,
];
const GAMMA_Q: readonly number[] = [
  1, 0.0714304917030273, -0.23459179571824335, 0.035823639860549865, 0.011813978522206043,
  -0.004456419138517973, 0.0005396055804933034, -2.3158187332412014e-5,
];

/** Γ(x) e^x x^(½ − x) / √(2π) = 1 + STIRLING(1/x)/x for x >= 33. */
const STIRLING: readonly number[] = [
  0.08333333333334822, 0.0034722222160545866, -0.0026813261780578124, -0.00022954996161337813,
  0.0007873113957930937,
];

/** The modified Bessel function of the second kind, which appears in I of negative order. */

import { DEBYE_ORDER, debyeK } from "./bessel-debye.js";

/**
 * K_m(x), or scaled e^(−x) K_m(x), for m >= 0 and x > 0 (x >= 2 below order 30).
 * Source: ∫₀^∞ e^(−x cosh t) cosh(m t) dt, DLMF 10.32.9, by the trapezoidal rule, which converges geometrically
 * because the integrand is entire and decays doubly exponentially (Trefethen & Weideman 2014).
 */
export function scaledK(m: number, x: number, isScaled: boolean): number {
  if (x === Infinity) return 0;
  const decay = Math.exp(isScaled ? -2 * x : -x);
  if (decay === 0) return 0;
  if (m >= DEBYE_ORDER) return debyeK(m, x, isScaled ? x : 0);
  let sum = 0.5;
  for (let t = STEP; ; t += STEP) {
    const term = Math.exp(-2 * x * Math.sinh(t / 2) ** 2) * Math.cosh(m * t);
    sum += term;
    if (term < 1e-17 * sum && x * Math.sinh(t) > m) break;
  }
  return sum * STEP * decay;
}

const STEP = 1 / 16;

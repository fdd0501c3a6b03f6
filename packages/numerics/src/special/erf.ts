/** The error function, its complement, and the complement scaled by e^(x²). */

import { ERF_NEAR_ONE, FAR_P, FAR_Q, MID_P, MID_Q, SMALL_P, SMALL_Q, TAIL_P, TAIL_Q } from "./erf-tables.js";
import { expSquare } from "./exact.js";
import { rational } from "./polynomial.js";

/**
 * erf(x) = 2/√π ∫₀ˣ e^(−t²) dt. Derivative: 2/√π e^(−x²).
 * Source: rational forms of fdlibm s_erf.c.
 */
export function erf(x: number): number {
  const a = Math.abs(x);
  if (a < 0.84375) return x + x * rational(SMALL_P, SMALL_Q, x * x);
  if (a >= 6) return Math.sign(x);
  const positive =
    a < 1.25 ? ERF_NEAR_ONE + rational(MID_P, MID_Q, a - 1) : 1 - expSquare(a, -1) * scaledTail(a);
  return x < 0 ? -positive : positive;
}

/** 1 − erf(x), accurate in the tail until it underflows at 27. Derivative: −2/√π e^(−x²). */
export function erfc(x: number): number {
  if (x < 0.25) return 1 - erf(x);
  if (x < 0.84375) return 0.5 - (x - 0.5 + x * rational(SMALL_P, SMALL_Q, x * x));
  if (x < 1.25) return 1 - ERF_NEAR_ONE - rational(MID_P, MID_Q, x - 1);
  return x > 28 ? 0 : expSquare(x, -1) * scaledTail(x);
}

/**
 * e^(x²) erfc(x): ∼ 1/(x √π) for large x, +∞ below −26.7.
 * Derivative: 2 x erfcx(x) − 2/√π, which cancels for large x; erfcxDerivative(1, x) does not.
 */
export function erfcx(x: number): number {
  if (x >= 1.25) return scaledTail(x);
  if (x >= 0) return expSquare(x, 1) * erfc(x);
  return x < -27 ? Infinity : expSquare(x, 1) * erfc(x);
}

/** e^(x²) erfc(x) for x >= 1.25; passes NaN on. */
function scaledTail(x: number): number {
  const z = 1 / (x * x);
  return Math.exp((x < 1 / 0.35 ? rational(TAIL_P, TAIL_Q, z) : rational(FAR_P, FAR_Q, z)) - 0.5625) / x;
}

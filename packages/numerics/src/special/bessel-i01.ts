/** The modified Bessel functions of orders 0 and 1. */

import { I0_FAR, I0_NEAR, I1_FAR, I1_NEAR } from "./bessel-i-tables.js";
import { chebyshev } from "./polynomial.js";

/** I₀(x), even; +∞ beyond ±713.98. Derivative: i1(x). Source: Chebyshev expansions of Cephes i0.c. */
export const i0 = (x: number): number => unscaled(i0e(x), x);

/** I₁(x), odd. Derivative: (i0(x) + iv(2, x))/2. Source: Chebyshev expansions of Cephes i1.c. */
export const i1 = (x: number): number => unscaled(i1e(x), x);

/** e^(−|x|) I₀(x); 0 at ±∞. Derivative: i1e(x) − sign(x) i0e(x), for large x iveDerivative(1, 0, x). */
export function i0e(x: number): number {
  const a = Math.abs(x);
  return a <= 8 ? chebyshev(I0_NEAR, a / 4 - 1) : chebyshev(I0_FAR, 16 / a - 1) / Math.sqrt(a);
}

/** e^(−|x|) I₁(x); 0 at ±∞. Derivative: (i0e(x) + ive(2, x))/2 − sign(x) i1e(x). */
export function i1e(x: number): number {
  const a = Math.abs(x);
  if (a <= 8) return chebyshev(I1_NEAR, a / 4 - 1) * x;
  const positive = chebyshev(I1_FAR, 16 / a - 1) / Math.sqrt(a);
  return x < 0 ? -positive : positive;
}

/** Times e^|x| in two factors: e^|x| overflows before I does. */
export function unscaled(value: number, x: number): number {
  if (Math.abs(x) > 800) return value !== 0 ? value * Infinity : Math.abs(x) === Infinity ? 1 / value : 0;
  const root = Math.exp(Math.abs(x) / 2);
  return value * root * root;
}

/** The inverses of erf and erfc. */

import { normalQuantile, upperQuantile } from "./normal-quantile.js";

/**
 * x with erf(x) = y; ±∞ at ±1, NaN outside. Derivative: √π/2 e^(x²) at the answer x.
 * Source: the normal quantile (AS 241) over √2.
 */
export function erfinv(y: number): number {
  const a = Math.abs(y);
  if (!(a < 1)) return a === 1 ? y * Infinity : NaN;
  return normalQuantile(0.5 * y, 0.5 * (1 - a)) / Math.SQRT2;
}

/** x with erfc(x) = y for 0 <= y <= 2; +∞ at 0, −∞ at 2, NaN outside. Derivative: −√π/2 e^(x²) at the answer x. */
export function erfcinv(y: number): number {
  if (!(y >= 0 && y <= 2)) return NaN;
  if (y === 0 || y === 2) return y === 0 ? Infinity : -Infinity;
  // half of a subnormal number may not be one
  if (y < 2 ** -1022) return upperQuantile(Math.LN2 - Math.log(y)) / Math.SQRT2;
  return -normalQuantile(0.5 * (y - 1), y < 1 ? 0.5 * y : 0.5 * (2 - y)) / Math.SQRT2;
}

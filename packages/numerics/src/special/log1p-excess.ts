/** log(1 + x) − x without the cancellation near 0: the exponent of every gamma-like density about its mode. */

import { horner } from "./polynomial.js";

/**
 * log(1 + x) − x for x > −1, at full relative accuracy.
 * With r = x/(2 + x) the logarithm is 2 artanh r, whose first term differs from x by x r exactly (DLMF 4.6.4).
 */
export function log1pExcess(x: number): number {
  if (x < LOWEST_RATIO || x > 1.8) return Math.log1p(x) - x;
  const r = x / (2 + x);
  const s = r * r;
  return r * (2 * s * horner(ODD_RECIPROCALS, s) - x);
}

/** Below this, log(x/a) computed directly is more accurate than through the difference. */
export const LOWEST_RATIO = -0.65;

/** 1/3, 1/5, …: s < 0.233, so 26 terms reach 1e-17. */
const ODD_RECIPROCALS = Array.from({ length: 26 }, (_, k) => 1 / (2 * k + 3));

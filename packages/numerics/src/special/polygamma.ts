/** The derivatives of the digamma function. */

import { digamma } from "./digamma.js";
import { gamma } from "./gamma.js";
import { scaledHurwitz } from "./hurwitz.js";
import { stirlingRest } from "./stirling.js";
import { hurwitzWhole } from "./zeta.js";

/**
 * ψ⁽ⁿ⁾(x), the n-th derivative of digamma, for whole n >= 0 (else NaN). At 0 and the negative integers +∞ for odd n
 * and, as in scipy, −∞ for even n. Derivative in x: polygamma(n + 1, x).
 * Source: (−1)^(n+1) n! ζ(n + 1, x), DLMF 25.11.12.
 */
export function polygamma(n: number, x: number): number {
  if (n === 0) return digamma(x);
  if (!(n > 0) || !Number.isInteger(n) || Number.isNaN(x)) return NaN;
  const sign = n % 2 === 0 ? -1 : 1;
  if (x === Infinity) return sign * 0;
  if (x === -Infinity || (x <= 0 && Number.isInteger(x))) return sign * Infinity;
  const size = n < 100 ? gamma(n + 1) * hurwitzWhole(n + 1, x) : NaN;
  return sign * (Math.abs(size) > 1e-290 && Math.abs(size) < Infinity ? size : scaled(n, x));
}

/** Where n! and the zeta function leave the range of numbers in opposite directions. */
function scaled(n: number, x: number): number {
  if (x > 0) return (factorialOverPower(n, x) * scaledHurwitz(n + 1, x)) / x;
  const d = x - Math.round(x);
  const parity = n % 2 === 0 ? -1 : 1;
  const up = d > 0 ? d : 1 + d;
  const down = d > 0 ? 1 - d : -d;
  return scaled(n, up) + parity * (scaled(n, down) - scaled(n, 1 - x));
}

/** n! x^(−n), by halves. */
function factorialOverPower(n: number, x: number): number {
  if (n < 100) return powerOf(x, n, gamma(n + 1));
  const half = Math.exp(0.5 * n * (Math.log(n / x) - 1));
  return half * (Math.sqrt(2 * Math.PI * n) * Math.exp(stirlingRest(n))) * half;
}

const powerOf = (x: number, n: number, scale: number): number =>
  Math.pow(x, -n / 2) * scale * Math.pow(x, -n / 2);

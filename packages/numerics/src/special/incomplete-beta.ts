/** The regularised incomplete beta function: the choice of method by region. */

import { betaPrefix, meanExcess } from "./beta-parts.js";
import { betaIntegral } from "./incomplete-beta-integral.js";

/**
 * I_x(a, b) for a, b >= 0, not both 0, and 0 <= x <= 1 (else NaN), accurate in its lower tail also where it is tiny.
 * Derivative in x: betaDensity(a, b, x). Sources: DLMF 8.17.22 (continued fraction), 8.17.4 (reflection), 8.17.1 by
 * double-exponential quadrature where the fraction is slow or the reflection cancels.
 */
export function betainc(a: number, b: number, x: number): number {
  if (!(a >= 0 && b >= 0 && a + b > 0 && x >= 0 && x <= 1)) return NaN;
  if (x === 0 || x === 1) return x;
  if (a === 0 || b === 0) return a === 0 ? 1 : 0;
  if (a === Infinity || b === Infinity) return a === b ? NaN : a === Infinity ? 0 : 1;
  const prefix = betaPrefix(a, b, x);
  const above = meanExcess(a, b, x);
  if (x < (a + 1) / (a + b + 2)) return prefix * inner(a, b, x, 1 - x, above);
  // the upper part keeps the prefix and the excess of the lower, because x is exact and 1 − x is not
  const upper = prefix * inner(b, a, 1 - x, x, -above);
  return upper < 0.9 ? 1 - upper : prefix * betaIntegral(a, b, x, 1 - x, above + x);
}

/** I / prefix for x up to about the mean; y = 1 − x and lambda = a − (a + b) x come exactly. */
function inner(a: number, b: number, x: number, y: number, lambda: number): number {
  const value = fraction(a, b, x, y, lambda);
  return Number.isNaN(value) ? betaIntegral(a, b, x, y, lambda + x) : value;
}

/**
 * The continued fraction contracted to its even part, in terms of lambda where 1 − (a + b) x/(a + 1) would cancel
 * (Didonato & Morris 1992, BFRAC), by Steed's forward method; NaN if it has not converged after 100 terms.
 */
function fraction(a: number, b: number, x: number, y: number, lambda: number): number {
  let d = (a + 1) / (a * (1 + lambda));
  let step = d;
  let sum = d;
  for (let n = 1; n < 100; n++) {
    const odd = a + (2 * n - 1);
    const drop = n * (b - n) * x;
    const alpha = ((a + (n - 1)) / odd) * ((a + b + (n - 1)) / odd) * drop * x;
    const beta = n + drop / odd + ((a + n) / (odd + 2)) * (1 + lambda + n * (1 + y));
    const next = 1 / (beta + alpha * d);
    step *= -alpha * d * next;
    d = next;
    sum += step;
    if (Math.abs(step) < 1e-17 * sum) return sum;
  }
  return NaN;
}

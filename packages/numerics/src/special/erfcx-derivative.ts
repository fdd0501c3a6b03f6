/** The derivatives of erfcx to any order, without the cancellation of its differential equation. */

import { erfcx } from "./erf.js";

/**
 * n-th derivative of erfcx for whole n >= 0 (else NaN); its own derivative is erfcxDerivative(n + 1, x).
 * They obey u₁ = 2x u₀ − 2/√π and uₖ₊₁ = 2x uₖ + 2k uₖ₋₁ (DLMF 7.18.7 for e^(x²) iᵏerfc x), which is stable
 * upwards for x <= 0. For x > 0 the derivatives are the minimal solution, so the ratios come downwards (Gautschi 1961).
 */
export function erfcxDerivative(n: number, x: number): number {
  if (!(n >= 0) || !Number.isInteger(n)) return NaN;
  if (n === 0) return erfcx(x);
  if (x === Infinity) return n % 2 === 0 ? 0 : -0;
  return x > 0.5 ? downwards(n, x) : upwards(n, x);
}

function upwards(n: number, x: number): number {
  let previous = erfcx(x);
  let current = 2 * x * previous - TWO_OVER_SQRT_PI;
  for (let k = 1; k < n; k++) {
    const next = 2 * x * current + 2 * k * previous;
    previous = current;
    current = next;
  }
  return current;
}

/**
 * uₖ/uₖ₋₁ = 2k/(uₖ₊₁/uₖ − 2x): both terms are negative. The recurrence starts where the seed's error has died out to
 * e^(−38).
 */
function downwards(n: number, x: number): number {
  const start = Math.ceil((Math.sqrt(n) + 13.5 / x) ** 2) + 16;
  let ratio = x - Math.sqrt(x * x + 2 * start);
  let product = erfcx(x);
  for (let k = start - 1; k >= 1; k--) {
    ratio = (2 * k) / (ratio - 2 * x);
    if (k <= n) product *= ratio;
  }
  return product;
}

const TWO_OVER_SQRT_PI = 1.1283791670955126;

/** The derivatives of ive to any order, without the cancellation that its recurrences have for large x. */

import { ive } from "./bessel-iv.js";

/**
 * n-th derivative in x of e^(−|x|) I_v(x), for whole n >= 0; its own derivative is iveDerivative(n + 1, v, x).
 * At x = 0, where e^(−|x|) has its kink, the first derivative is the mean of both sides, the further ones NaN.
 * Sources: for large x DLMF 10.40.1 term by term; else from g' = g_(v+1) + (v/x − 1) g on by the differential equation
 * x² g″ + (2x² + x) g′ + (x − v²) g = 0, which loses about x per order.
 */
export function iveDerivative(n: number, v: number, x: number): number {
  if (!(n >= 0) || !Number.isInteger(n)) return NaN;
  if (n === 0) return ive(v, x);
  if (x < 0) return Number.isInteger(v) ? ((v + n) % 2 === 0 ? 1 : -1) * iveDerivative(n, v, -x) : NaN;
  if (x === 0)
    return n > 1 ? NaN : Math.abs(v) === 1 ? 0.5 : v === 0 || v > 1 || Number.isInteger(v) ? 0 : NaN;
  return x > 25 + v * v ? farDerivative(n, v, x) : stepwise(n, v, x);
}

function stepwise(n: number, v: number, x: number): number {
  let before = 0;
  let previous = ive(v, x);
  let current = ive(v + 1, x) + (v / x - 1) * previous;
  for (let k = 0; k + 1 < n; k++) {
    const next =
      (2 * k * x + 2 * x * x + x) * current +
      (k * (k + 4 * x) + x - v * v) * previous +
      (2 * k - 1) * k * before;
    before = previous;
    previous = current;
    current = -next / (x * x);
  }
  return current;
}

/** Each x^(−k−½) of Hankel's expansion becomes (−1)ⁿ (k + ½)ₙ x^(−k−½−n). */
function farDerivative(n: number, v: number, x: number): number {
  const mu = 4 * v * v;
  let rising = 1;
  for (let j = 0; j < n; j++) rising *= -(j + 0.5) / x;
  let term = rising;
  let sum = term;
  for (let k = 1; Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= (-(mu - (2 * k - 1) ** 2) / (8 * k * x)) * ((k - 0.5 + n) / (k - 0.5));
    sum += term;
  }
  return sum / Math.sqrt(2 * Math.PI * x);
}

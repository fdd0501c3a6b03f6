/** The logit and the logarithm of the logistic function. */

/** log(p/(1 − p)); −∞ at 0, +∞ at 1, NaN outside, full relative accuracy at its zero ½. Derivative: 1/(p (1 − p)). */
export function logit(p: number): number {
  if (p > 0.3 && p < 0.65) return Math.log1p((2 * p - 1) / (1 - p));
  return Math.log(p) - Math.log1p(-p);
}

/** log(1/(1 + e^(−x))), without overflow. Derivative: the logistic function of −x. */
export function logExpit(x: number): number {
  return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
}

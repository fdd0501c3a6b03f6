/** Evaluating polynomials and Chebyshev series; coefficients start with the lowest order. */

/** c₀ + c₁ x + … by Horner's rule. */
export function horner(c: readonly number[], x: number): number {
  let sum = 0;
  for (let k = c.length - 1; k >= 0; k--) sum = sum * x + c[k]!;
  return sum;
}

/** p(x) / q(x). */
export const rational = (p: readonly number[], q: readonly number[], x: number): number =>
  horner(p, x) / horner(q, x);

/** c₀ + c₁ T₁(t) + c₂ T₂(t) + … on −1 <= t <= 1. Source: Clenshaw 1955. */
export function chebyshev(c: readonly number[], t: number): number {
  let b1 = 0;
  let b2 = 0;
  for (let k = c.length - 1; k > 0; k--) {
    const b0 = 2 * t * b1 - b2 + c[k]!;
    b2 = b1;
    b1 = b0;
  }
  return t * b1 - b2 + c[0]!;
}

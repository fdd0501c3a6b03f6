/** The regularised incomplete gamma functions: the choice of method by region. */

import { gammaPrefix } from "./gamma-density.js";
import { gammaln1p } from "./gammaln.js";
import { lowerUniform, upperUniform } from "./incomplete-gamma-uniform.js";

/**
 * P(a, x) = γ(a, x)/Γ(a) for a >= 0, x >= 0 (else NaN); P(0, x) = 1, P(0, 0) NaN, accurate in its lower tail.
 * Derivative in x: gammaDensity(a, x). Sources: DLMF 8.11.4 (series), 8.9.2 (continued fraction), 8.12 (large a).
 */
export function gammainc(a: number, x: number): number {
  const edge = edges(a, x);
  if (edge >= 0 || Number.isNaN(edge)) return edge;
  if (isNearPeak(a, x)) return x > a ? 1 - upperUniform(a, x) : lowerUniform(a, x);
  return x > 1 && x > a ? 1 - fraction(a, x) : series(a, x);
}

/** Q(a, x) = 1 − P(a, x), accurate in its upper tail and for small a. Derivative in x: −gammaDensity(a, x). */
export function gammaincc(a: number, x: number): number {
  const edge = edges(a, x);
  if (edge >= 0 || Number.isNaN(edge)) return 1 - edge;
  if (isNearPeak(a, x)) return x > a ? upperUniform(a, x) : 1 - lowerUniform(a, x);
  if (x > 1.1) return x > a ? fraction(a, x) : 1 - series(a, x);
  const largerIsLower = x <= 0.5 ? -0.4 / Math.log(x) < a : 1.1 * x < a;
  return largerIsLower ? 1 - series(a, x) : upperSmall(a, x);
}

/** P where a or x is at an end of its range, NaN outside, −1 in between. */
function edges(a: number, x: number): number {
  if (!(a >= 0 && x >= 0)) return NaN;
  if (a === 0) return x > 0 ? 1 : NaN;
  if (x === 0) return 0;
  if (a === Infinity) return x === Infinity ? NaN : 0;
  return x === Infinity ? 1 : -1;
}

const isNearPeak = (a: number, x: number): boolean => a > 20 && Math.abs(x - a) < 0.4 * a;

/** P = x^a e^(−x)/Γ(a + 1) Σ xⁿ/(a + 1)ₙ. */
function series(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return gammaPrefix(a, x) * sum;
}

/** Q by Legendre's continued fraction, evaluated by Lentz's method. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10000; n++) {
    const an = n * (a - n);
    b += 2;
    d = an * d + b;
    c = b + an / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    h *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return gammaPrefix(a, x) * a * h;
}

/** Q for small a and x, where 1 − P cancels. Source: DLMF 8.7.3 with 1 − x^a/Γ(a + 1) as an expm1. */
function upperSmall(a: number, x: number): number {
  let term = 1;
  let sum = 0;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= -x / n;
    sum += term / (a + n);
  }
  const exponent = a * Math.log(x) - gammaln1p(a);
  return -Math.expm1(exponent) - a * Math.exp(exponent) * sum;
}

const TINY = 1e-300;

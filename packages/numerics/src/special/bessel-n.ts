/** The Bessel functions of whole order. */

import { j0, y0 } from "./bessel-0.js";
import { j1, y1 } from "./bessel-1.js";
import { gamma } from "./gamma.js";
import { stirlingRest } from "./stirling.js";

/**
 * Jₙ(x) for whole n of either sign (else NaN). Error a few 1e-15 of the amplitude, relative where n exceeds |x|; time O(n).
 * Derivative: (jn(n − 1, x) − jn(n + 1, x))/2. Sources: DLMF 10.2.2 (series), 10.6.1 upwards below the turning point n = x,
 * 10.10.1 and 10.6.1 downwards beyond it (Gautschi 1967).
 */
export function jn(n: number, x: number): number {
  if (!Number.isInteger(n) || Number.isNaN(x)) return NaN;
  const m = Math.abs(n);
  const a = Math.abs(x);
  const positive = m === 0 ? j0(a) : m === 1 ? j1(a) : higherJ(m, a);
  return m % 2 === 1 && n < 0 !== x < 0 ? -positive : positive;
}

/** Yₙ(x) for whole n and x > 0; −∞ at 0 (+∞ for odd n < 0), NaN below. Time O(n). Derivative: (yn(n − 1, x) − yn(n + 1, x))/2. */
export function yn(n: number, x: number): number {
  if (!Number.isInteger(n)) return NaN;
  const m = Math.abs(n);
  const value = m === 0 ? y0(x) : m === 1 ? y1(x) : higherY(m, x);
  return n < 0 && m % 2 === 1 ? -value : value;
}

function higherJ(n: number, x: number): number {
  if (x === 0 || x === Infinity) return 0;
  if (x * x < 2 * (n + 1)) return series(n, x);
  if (x > n) return upwards(n, x, j0(x), j1(x));
  return firstTerm(n, x) === 0 ? 0 : downwards(n, x);
}

function higherY(n: number, x: number): number {
  return x > 0 && x < Infinity ? upwards(n, x, y0(x), y1(x)) : y1(x);
}

/** fₖ₊₁ = 2k/x fₖ − fₖ₋₁, from orders 0 and 1; stops where Y has reached −∞. */
function upwards(n: number, x: number, f0: number, f1: number): number {
  let previous = f0;
  let current = f1;
  for (let k = 1; k < n && current !== -Infinity; k++) {
    const next = ((2 * k) / x) * current - previous;
    previous = current;
    current = next;
  }
  return current;
}

/** Jₙ from its ratio to Jₙ₋₁ (continued fraction), then down to J₀ or J₁, whichever is away from its zero. */
function downwards(n: number, x: number): number {
  let value = 1e-300;
  let below = value * inverseRatio(n, x);
  for (let k = n - 1; k >= 1; k--) {
    const next = (2 * k * below) / x - value;
    value = below;
    below = next;
    // Jₙ is below the smallest number
    if (below > 1e24) return 0;
  }
  const known0 = j0(x);
  const known1 = j1(x);
  return 1e-300 * (Math.abs(known0) > Math.abs(known1) ? known0 / below : known1 / value);
}

/** Jₙ₋₁(x)/Jₙ(x) = b₀ − 1/(b₁ − 1/(b₂ − …)), bₖ = 2(n + k)/x, for x <= n, by Lentz's method. */
function inverseRatio(n: number, x: number): number {
  let c = (2 * n) / x;
  let d = 0;
  let fraction = c;
  for (let k = 1; ; k++) {
    const b = (2 * (n + k)) / x;
    d = 1 / (b - d);
    c = b - 1 / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 2 ** -51) return fraction;
  }
}

/** Σ (−x²/4)ᵏ/(k! (n + 1)ₖ) times the first term. */
function series(n: number, x: number): number {
  const z = (-x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; Math.abs(term) > 1e-17; k++) {
    term *= z / (k * (n + k));
    sum += term;
  }
  return sum * firstTerm(n, x);
}

/** (x/2)ⁿ/n!; for large n by Stirling's formula in halves, because n! overflows. */
function firstTerm(n: number, x: number): number {
  if (n < 20) return Math.pow(x / 2, n) / gamma(n + 1);
  const half = Math.exp(0.5 * n * (Math.log(x / (2 * n)) + 1));
  return (half / (Math.sqrt(2 * Math.PI * n) * Math.exp(stirlingRest(n)))) * half;
}

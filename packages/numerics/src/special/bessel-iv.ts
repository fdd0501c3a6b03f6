/** The modified Bessel function of the first kind, of any real order. */

import { DEBYE_ORDER, debyeI } from "./bessel-debye.js";
import { unscaled } from "./bessel-i01.js";
import { scaledK } from "./bessel-k.js";
import { gamma, rgamma } from "./gamma.js";
import { sinPi } from "./trig-pi.js";

/**
 * I_v(x). For x < 0 it is defined for integer v only (else NaN); at x = 0 it is 1 for v = 0, 0 for v > 0 or whole, else
 * ±∞. Derivative in x: iv(v + 1, x) + v/x iv(v, x), or (iv(v − 1, x) + iv(v + 1, x))/2.
 * Sources: DLMF 10.25.2 (small x), 10.40.1 (large x), 10.41.3 (large order, and from there 10.29.1 downwards), 10.27.2.
 */
export const iv = (v: number, x: number): number => anyOrder(v, x, false);

/**
 * e^(−|x|) I_v(x), which does not overflow. Derivative in x > 0: ive(v + 1, x) + (v/x − 1) ive(v, x), or iveDerivative.
 */
export const ive = (v: number, x: number): number => anyOrder(v, x, true);

function anyOrder(v: number, x: number, isScaled: boolean): number {
  if (Number.isNaN(v) || Number.isNaN(x) || v === -Infinity) return NaN;
  const isWhole = Number.isInteger(v);
  if (x < 0) return isWhole ? (v % 2 === 0 ? 1 : -1) * anyOrder(v, -x, isScaled) : NaN;
  if (v >= 0 || isWhole) return positiveOrder(Math.abs(v), x, isScaled);
  if (x === 0) return Math.floor(v) % 2 === 0 ? -Infinity : Infinity;
  return x < 2 && v > -DEBYE_ORDER ? seriesFrom(v, x, isScaled) : reflected(-v, x, isScaled);
}

/** I_(−m) = I_m + 2/π sin(π m) K_m, DLMF 10.27.2. */
function reflected(m: number, x: number, isScaled: boolean): number {
  const k = scaledK(m, x, isScaled);
  return positiveOrder(m, x, isScaled) + (k === 0 ? 0 : (2 / Math.PI) * sinPi(m) * k);
}

/** v >= 0, x >= 0. */
function positiveOrder(v: number, x: number, isScaled: boolean): number {
  if (x === 0) return v === 0 ? 1 : 0;
  if (v === Infinity) return x === Infinity ? NaN : 0;
  if (x === Infinity) return isScaled ? 0 : Infinity;
  if (v >= DEBYE_ORDER) return debyeI(v, x, isScaled);
  if (x < 12) return seriesFrom(v, x, isScaled);
  const scaled = x > 25 + v * v ? hankel(v, x) : downwards(v, x);
  return isScaled ? scaled : unscaled(scaled, x);
}

/** Σ (x²/4)ᵏ/(k! (v + 1)ₖ) times (x/2)^v/Γ(v + 1), for small x. */
function seriesFrom(v: number, x: number, isScaled: boolean): number {
  const z = (x * x) / 4;
  let term = 1;
  let sum = 1;
  for (let k = 1; v + k < 1 || Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= z / (k * (v + k));
    sum += term;
  }
  const first = v > 0 ? Math.pow(x / 2, v) / gamma(v + 1) : Math.pow(x / 2, v) * rgamma(v + 1);
  return sum * first * (isScaled ? Math.exp(-x) : 1);
}

/** e^(−x) I_v(x) by Hankel's expansion, x > 25 + v². */
function hankel(v: number, x: number): number {
  const mu = 4 * v * v;
  let term = 1;
  let sum = 1;
  for (let k = 1; Math.abs(term) > 1e-17; k++) {
    term *= -(mu - (2 * k - 1) ** 2) / (8 * k * x);
    sum += term;
  }
  return sum / Math.sqrt(2 * Math.PI * x);
}

/** e^(−x) I_v(x) from two orders where Debye's expansion holds; the recurrence is stable downwards. */
function downwards(v: number, x: number): number {
  let order = v + Math.ceil(DEBYE_ORDER - v);
  let above = debyeI(order + 1, x, true);
  let current = debyeI(order, x, true);
  while (order - v > 0.5) {
    const below = above + ((2 * order) / x) * current;
    above = current;
    current = below;
    order -= 1;
  }
  return current;
}

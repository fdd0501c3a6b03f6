/** The complex arithmetic that eigenvalues of real matrices need. */
import { hypot } from "./norms.js";

/** Real and imaginary part. */
export type Complex = readonly [re: number, im: number];

export const times = ([a, b]: Complex, [c, d]: Complex): Complex => [a * c - b * d, a * d + b * c];

/** (a + bi) / (c + di), without the overflow of c² + d². Source: Smith, CACM 5 (1962). */
export function divide(a: number, b: number, c: number, d: number): Complex {
  if (Math.abs(c) >= Math.abs(d)) {
    const r = d / c;
    const q = c + d * r;
    return [(a + b * r) / q, (b - a * r) / q];
  }
  const r = c / d;
  const q = d + c * r;
  return [(a * r + b) / q, (b * r - a) / q];
}

/** The square root in the right half-plane; of a negative number, the one on the positive imaginary axis. */
export function squareRoot([a, b]: Complex): Complex {
  if (a === 0 && b === 0) return [0, 0];
  const r = Math.sqrt(0.5 * (Math.abs(a) + hypot(a, b)));
  const q = (0.5 * b) / r;
  if (a >= 0) return [r, q];
  return b < 0 ? [-q, -r] : [q, r];
}

/** y += f x on stretches of complex vectors. */
export function addComplex(
  [yr, yi]: ComplexArray,
  j: number,
  [c, d]: Complex,
  [xr, xi]: ComplexArray,
  i: number,
  count: number,
): void {
  for (let k = 0; k < count; k++) {
    const a = xr[i + k]!;
    const b = xi[i + k]!;
    yr[j + k]! += c * a - d * b;
    yi[j + k]! += c * b + d * a;
  }
}

/** Real and imaginary parts of a row-major matrix. */
export type ComplexArray = readonly [re: Float64Array, im: Float64Array];

export const complexZeros = (length: number): ComplexArray => [
  new Float64Array(length),
  new Float64Array(length),
];

/** Debye's uniform expansions of the modified Bessel functions for large order. */

import { productError } from "./exact.js";

/** From this order on the expansion holds to the last digit. */
export const DEBYE_ORDER = 30;

/** I_v(x), or scaled e^(−x) I_v(x), for v >= DEBYE_ORDER and x > 0. Source: DLMF 10.41.3. */
export function debyeI(v: number, x: number, isScaled: boolean): number {
  const root = Math.hypot(v, x);
  const exponent = isScaled ? exponentBelow(v, x, root) : exponentOf(v, x);
  // in two halves: the quotient may be finite where the exponential overflows
  const half = Math.exp(exponent / 2);
  return half * (debyeSum(v, v / root, 1) / Math.sqrt(2 * Math.PI * root)) * half;
}

/** e^(−shift) K_v(x), likewise. Source: DLMF 10.41.4. */
export function debyeK(v: number, x: number, shift: number): number {
  const root = Math.hypot(v, x);
  const half = Math.exp(-(exponentOf(v, x) + shift) / 2);
  return half * (debyeSum(v, v / root, -1) * Math.sqrt(Math.PI / (2 * root))) * half;
}

/**
 * v η with η = √(1 + z²) − arsinh(1/z), z = x/v. Written from its zero z₀: with d = √(1 + z²) − √(1 + z₀²) it is
 * d + arsinh(d/(z z₀)), both of one sign, so that v η keeps its digits where v is large and the powers balance.
 */
function exponentOf(v: number, x: number): number {
  const z = x / v;
  const remainder = (x - v * z - productError(v, z)) / v;
  const distance = z - ZERO_HIGH + (remainder - ZERO_LOW);
  const d = (distance * (z + ZERO_HIGH)) / (Math.sqrt(1 + z * z) + ROOT_AT_ZERO);
  return v * (d + Math.asinh(d / (z * ZERO_HIGH)));
}

/** v η − x, always negative. */
const exponentBelow = (v: number, x: number, root: number): number =>
  v * (v / (root + x) - Math.asinh(v / x));

/** Σ (±1)ᵏ uₖ(p)/vᵏ. */
function debyeSum(v: number, p: number, sign: 1 | -1): number {
  const square = p * p;
  const step = (sign * p) / v;
  let power = 1;
  let sum = 0;
  for (const row of U) {
    let u = 0;
    for (let j = row.length - 1; j >= 0; j--) u = u * square + row[j]!;
    sum += power * u;
    power *= step;
  }
  return sum;
}

/** uₖ(p)/pᵏ in powers of p², by the recurrence DLMF 10.41.9, whose two terms never cancel. */
const U: readonly (readonly number[])[] = debyePolynomials(15);

function debyePolynomials(count: number): number[][] {
  const rows = [[1]];
  for (let k = 0; k + 1 < count; k++) {
    const row = rows[k]!;
    const next = new Array<number>(k + 2).fill(0);
    row.forEach((c, j) => {
      const power = k + 2 * j;
      next[j] = next[j]! + c * (power / 2 + 1 / (8 * (power + 1)));
      next[j + 1] = -c * (power / 2 + 5 / (8 * (power + 3)));
    });
    rows.push(next);
  }
  return rows;
}

/** The zero of η and √(1 + z₀²) there. */
const ZERO_HIGH = 0.6627434193491816;
const ZERO_LOW = 8.155323790501267e-18;
const ROOT_AT_ZERO = 1.1996786402577337;

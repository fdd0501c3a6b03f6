/**
 * The standard normal quantile, from the two numbers that are known exactly: the distance from ½ and the smaller tail.
 */

import { rational } from "./polynomial.js";

/**
 * z with Φ(z) = ½ + q, given the smaller tail min(½ + q, ½ − q) too; relative accuracy about 1e-15.
 * There are two arguments because the tail lacks the digits that matter near ½, and q those that matter far out.
 * Source: Wichura 1988, Algorithm AS 241 (PPND16).
 */
export function normalQuantile(q: number, tail: number): number {
  if (Math.abs(q) <= 0.425) return q * rational(CENTRE_P, CENTRE_Q, 0.180625 - q * q);
  const z = upperQuantile(-Math.log(tail));
  return q < 0 ? -z : z;
}

/** z with 1 − Φ(z) = e^(−t), for t > 2.59. */
export function upperQuantile(t: number): number {
  const r = Math.sqrt(t);
  return r <= 5 ? rational(TAIL_P, TAIL_Q, r - 1.6) : rational(FAR_P, FAR_Q, r - 5);
}

const CENTRE_P: readonly number[] = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_Q: readonly number[] = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const TAIL_P: readonly number[] = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const TAIL_Q: readonly number[] = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const FAR_P: readonly number[] = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
];
const FAR_Q: readonly number[] = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  0.000018463183175100548, 1.421511758316446e-7, 2.0442631033899397e-15,
];

/** The numbers on which kernels are tested. */
import type { Entries } from "./problem.js";

const signed = [
  0, 5e-324, 1e-310, Number.MIN_VALUE * 2 ** 52, 1e-300, 1e-16, 1e-8, 0.1, 0.5, 1 - 2 ** -53, 1, 1 + 2 ** -52,
  1.5, 2, 2.5, 3, Math.PI, 10, 19.1, 36.7, 709.5, 745.5, 1e8, 2 ** 52 - 0.5, 1e16, 1e300, Number.MAX_VALUE, Infinity,
]; // prettier-ignore

/** 61 numbers: zeros, subnormals, halves, the limits of exponentials, infinities, NaN and a few ordinary ones. */
export const corners: readonly number[] = [...signed, ...signed.map((x) => -x), NaN, 0.3, -0.7, 1.1, 42];

/** Pseudorandom numbers of many magnitudes around 0, determined by the seed (Park & Miller 1988). */
export function ordinary(n: number, seed: number): Entries {
  let state = seed * 7919 + 1;
  const next = () => (state = (state * 48271) % 2147483647) / 2147483647;
  next();
  const entries = new Float64Array(n);
  for (let i = 0; i < n; i++) entries[i] = (next() - 0.5) * 2 ** (6 * next() - 2);
  return entries;
}

/** Ordinary numbers, with a corner value in every fourth place. */
export function mixed(n: number, seed: number): Entries {
  return ordinary(n, seed).map((x, i) => (i % 4 === 1 ? corners[(seed * 13 + i) % corners.length]! : x));
}

/** Small integers with many ties, zeros of both signs, infinities and some NaN. */
export function ties(n: number, seed: number): Entries {
  const few = [3, -0, 1, 0, NaN, 2, -1, 0, 1, -0, Infinity, -Infinity, 2];
  return ordinary(n, seed).map((x) => few[Math.floor(Math.abs(x) * 1e4) % few.length]!);
}

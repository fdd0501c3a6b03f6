/** LU factorization: against LAPACK, by reconstruction, and where it must say that a matrix is singular. */
import { lu } from "../../src/linalg/lu.js";
import { fixtures } from "./fixtures.js";
import { allowed, distance, error, frank, matrix, product, random, sizes } from "./matrices.js";

function factor(a: Float64Array, m: number, n: number) {
  const packed = new Float64Array(m * n);
  const perm = new Int32Array(m);
  const before = a.slice();
  const info = lu(packed, perm, a, m, n);
  expect(a).toEqual(before);
  const k = Math.min(m, n);
  const l = matrix(m, k, (i, j) => (i === j ? 1 : j < i ? packed[i * n + j]! : 0));
  const u = matrix(k, n, (i, j) => (j < i ? 0 : packed[i * n + j]!));
  const permuted = matrix(m, n, (i, j) => a[perm[i]! * n + j]!);
  return { ...info, packed, perm, l, u, permuted, k };
}

const slogdet = (a: Float64Array, n: number) => {
  const { sign, packed } = factor(a, n, n);
  let [s, logdet] = [sign as number, 0];
  for (let i = 0; i < n * n; i += n + 1) {
    s *= Math.sign(packed[i]!);
    logdet += Math.log(Math.abs(packed[i]!));
  }
  return [s, logdet];
};

test.each(fixtures.lu)(
  "lu of $matrix has the pivots and factors of LAPACK",
  ({ matrix: [seed, m, n], perm, packed }) => {
    const got = factor(random(seed, m, n), m, n);
    expect([...got.perm]).toEqual(perm);
    expect(distance(got.packed, packed)).toBeLessThan(1e-13);
    expect(got.zeroPivot).toBe(-1);
  },
);

test.each(sizes.flatMap((m) => [m, 7].map((n) => [m, n])))(
  "the factors of a %i×%i matrix give it back",
  (m, n) => {
    const { l, u, permuted, k, perm } = factor(random(m + 1, m, n), m, n);
    expect(error(product(l, u, m, k, n), permuted)).toBeLessThan(allowed(m));
    expect([...perm].sort((p, q) => p - q)).toEqual(Array.from({ length: m }, (_, i) => i));
    expect(l.every((x) => Math.abs(x) <= 1)).toBe(true);
  },
);

test.each(fixtures.slogdet)(
  "the determinant of $matrix is numpy's",
  ({ matrix: [seed, n], sign, logdet }) => {
    const [s, log] = slogdet(random(seed, n, n), n);
    expect(s).toBe(sign);
    expect(log).toBeCloseTo(logdet, 11);
  },
);

test("the determinant of Frank's matrix is 1", () => {
  const [sign, log] = slogdet(frank(12), 12);
  expect(sign).toBe(1);
  // The condition number is 4e9.
  expect(Math.abs(log!)).toBeLessThan(1e-8);
});

test("a permutation matrix is found out exactly, with its sign", () => {
  const order = [2, 0, 1, 4, 3];
  const { perm, sign, packed } = factor(
    matrix(5, 5, (i, j) => (order[i] === j ? 1 : 0)),
    5,
    5,
  );
  expect(order.map((_, i) => order[perm[i]!])).toEqual([0, 1, 2, 3, 4]);
  // A cycle of three is even, a swap odd.
  expect(sign).toBe(-1);
  expect(
    distance(
      packed,
      matrix(5, 5, (i, j) => (i === j ? 1 : 0)),
    ),
  ).toBe(0);
});

test("a singular matrix is reported at its first zero pivot, with factors that still hold", () => {
  const zero = factor(new Float64Array(9), 3, 3);
  expect(zero.zeroPivot).toBe(0);
  const { zeroPivot, l, u, permuted } = factor(Float64Array.of(1, 2, 3, 2, 4, 6, 1, 0, 1), 3, 3);
  expect(zeroPivot).toBe(2);
  expect(distance(product(l, u, 3, 3, 3), permuted)).toBe(0);
});

test("tiny and huge pivots neither vanish nor overflow", () => {
  const { l, u, permuted } = factor(Float64Array.of(1e-320, 1e-310, 1e300, 1e300), 2, 2);
  expect(error(product(l, u, 2, 2, 2), permuted)).toBeLessThan(1);
});

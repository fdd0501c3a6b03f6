/** Cholesky factorization. */
import { cholesky } from "../../src/linalg/cholesky.js";
import { fixtures } from "./fixtures.js";
import {
  allowed,
  distance,
  error,
  eye,
  hilbert,
  matrix,
  positive,
  product,
  sizes,
  transposed,
} from "./matrices.js";

function factor(a: Float64Array, n: number) {
  const before = a.slice();
  const l = new Float64Array(n * n).fill(7);
  const failed = cholesky(l, a, n);
  expect(a).toEqual(before);
  return { l, failed };
}

test.each(fixtures.cholesky)("the factor of a $n×$n matrix is numpy's", ({ seed, n, l }) => {
  expect(distance(factor(positive(seed, n), n).l, l)).toBeLessThan(1e-14);
});

test.each(sizes)("l·lᵀ is the matrix of order %i", (n) => {
  const a = positive(n + 1, n);
  const { l, failed } = factor(a, n);
  expect(failed).toBe(-1);
  expect(error(product(l, transposed(l, n, n), n, n, n), a)).toBeLessThan(allowed(n));
  expect(l.every((x, at) => at % n <= Math.floor(at / n) || x === 0)).toBe(true);
});

test("the factor of Pascal's matrix is Pascal's triangle, exactly", () => {
  const n = 12;
  const choose = (p: number, q: number): number => (q === 0 ? 1 : (choose(p - 1, q - 1) * p) / q);
  const pascal = matrix(n, n, (i, j) => choose(i + j, i));
  expect(factor(pascal, n).l).toEqual(matrix(n, n, (i, j) => (j > i ? 0 : choose(i, j))));
});

test("the Hilbert matrix of order 10, of condition 1e13, is still positive definite", () => {
  const { l, failed } = factor(hilbert(10), 10);
  expect(failed).toBe(-1);
  expect(error(product(l, transposed(l, 10, 10), 10, 10, 10), hilbert(10))).toBeLessThan(allowed(10));
});

test("only the lower triangle is read", () => {
  const { l, failed } = factor(
    matrix(3, 3, (i, j) => (j > i ? NaN : i === j ? 4 : 0)),
    3,
  );
  expect(failed).toBe(-1);
  expect(l).toEqual(eye(3).map((x) => 2 * x));
});

test.each([
  ["negative", -1],
  ["zero", 0],
  ["NaN", NaN],
])("a pivot that is %s is reported with its row", (_, pivot) => {
  const a = matrix(4, 4, (i, j) => (i === j ? (i === 2 ? pivot : 9) : 0));
  const { l, failed } = factor(a, 4);
  expect(failed).toBe(2);
  expect([...l.subarray(0, 8)]).toEqual([3, 0, 0, 0, 0, 3, 0, 0]);
});

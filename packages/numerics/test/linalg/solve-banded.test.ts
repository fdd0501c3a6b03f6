/** Banded systems. */
import { solveBanded } from "../../src/linalg/solve-banded.js";
import { fixtures } from "./fixtures.js";
import {
  allowed,
  distance,
  eps,
  matrix,
  product,
  random,
  secondDifference,
  size,
  transposed,
} from "./matrices.js";

const dense = (ab: Float64Array, l: number, u: number, n: number) =>
  matrix(n, n, (i, j) => (i - j <= l && j - i <= u ? ab[(u + i - j) * n + j]! : 0));

test.each(fixtures.banded)(
  "$l diagonals below and $u above, order $n: the solution is scipy's",
  ({ seed, l, u, n, k, x: want }) => {
    const [ab, b] = [random(seed, l + u + 1, n), random(seed + 1, n, k)];
    const before = [ab.slice(), b.slice()];
    const x = new Float64Array(n * k);
    expect(solveBanded(x, l, u, ab, b, n, k)).toBe(-1);
    expect(distance(x, want) / size(want)).toBeLessThan(1e-13);
    expect([ab, b]).toEqual(before);
  },
);

test.each([
  [0, 0, 0],
  [1, 1, 1],
  [1, 1, 30],
  [3, 0, 20],
  [0, 3, 20],
  [4, 2, 100],
  [2, 7, 5],
])(
  "%i diagonals below, %i above, order %i: matrix and transpose leave a residual of rounding size",
  (l, u, n) => {
    const ab = random(n + 7, l + u + 1, n);
    const a = dense(ab, l, u, n);
    const b = random(5, n, 3);
    for (const trans of [false, true]) {
      const x = new Float64Array(n * 3);
      expect(solveBanded(x, l, u, ab, b, n, 3, { trans })).toBe(-1);
      const residual = distance(product(trans ? transposed(a, n, n) : a, x, n, n, 3), b);
      expect(n === 0 ? 0 : residual / (size(a) * size(x)) / eps).toBeLessThan(allowed(n));
    }
  },
);

test("entries of the storage outside the matrix are not read", () => {
  const ab = Float64Array.of(NaN, -1, -1, 2, 2, 2, -1, -1, NaN);
  const x = new Float64Array(3);
  expect(solveBanded(x, 1, 1, ab, Float64Array.of(1, 0, 1), 3, 1)).toBe(-1);
  expect(distance(x, [1, 1, 1])).toBeLessThan(1e-15);
  expect(distance(product(secondDifference(3), x, 3, 3, 1), [1, 0, 1])).toBeLessThan(1e-15);
});

test("a zero diagonal is no obstacle if rows can be exchanged", () => {
  const x = new Float64Array(2);
  expect(solveBanded(x, 1, 1, Float64Array.of(0, 2, 0, 0, 3, 0), Float64Array.of(4, 9), 2, 1)).toBe(-1);
  expect([...x]).toEqual([3, 2]);
});

test("a singular matrix is reported at its first zero pivot", () => {
  const x = new Float64Array(3);
  const ab = Float64Array.of(0, 1, 1, 1, 1, 1, 0, 1, 0);
  ab.set([1, 0, 0], 6);
  expect(solveBanded(x, 1, 1, ab, Float64Array.of(1, 2, 3), 3, 1)).toBe(1);
  expect(x.every(Number.isFinite)).toBe(false);
});

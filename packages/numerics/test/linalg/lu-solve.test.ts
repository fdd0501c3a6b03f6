/** Systems of equations by LU factors. */
import { luSolve } from "../../src/linalg/lu-solve.js";
import { lu } from "../../src/linalg/lu.js";
import { fixtures } from "./fixtures.js";
import {
  allowed,
  distance,
  eye,
  hilbert,
  matrix,
  product,
  random,
  size,
  sizes,
  transposed,
} from "./matrices.js";

function solve(a: Float64Array, b: Float64Array, n: number, k: number, trans = false): Float64Array {
  const factors = new Float64Array(n * n);
  const perm = new Int32Array(n);
  lu(factors, perm, a, n, n);
  const x = new Float64Array(n * k);
  const before = [factors.slice(), b.slice()];
  luSolve(x, factors, perm, b, n, k, trans);
  expect([factors, b]).toEqual(before);
  return x;
}

test("the solutions are numpy's, with the matrix and with its transpose", () => {
  const [a, b] = [random(8, 20, 20), random(9, 20, 3)];
  expect(distance(solve(a, b, 20, 3), fixtures.solve.x)).toBeLessThan(1e-12);
  expect(distance(solve(a, b, 20, 3, true), fixtures.solve.xTrans)).toBeLessThan(1e-12);
});

test.each(sizes.flatMap((n) => [0, 1, 3, n].map((k) => [n, k])))(
  "%i equations with %i right-hand sides leave a residual of rounding size",
  (n, k) => {
    const [a, b] = [random(n + 2, n, n), random(k + 3, n, k)];
    for (const trans of [false, true]) {
      const x = solve(a, b, n, k, trans);
      const ax = product(trans ? transposed(a, n, n) : a, x, n, n, k);
      const residual = distance(ax, b) / (size(a) * size(x)) / 2 ** -52;
      expect(n * k === 0 ? 0 : residual).toBeLessThan(allowed(n));
    }
  },
);

test("the inverse of the Hilbert matrix is one of known integers", () => {
  const n = 6;
  const choose = (p: number, q: number): number => (q === 0 ? 1 : (choose(p - 1, q - 1) * p) / q);
  const inverse = matrix(n, n, (i, j) => {
    const sign = (i + j) % 2 === 0 ? 1 : -1;
    return sign * (i + j + 1) * choose(n + i, n - j - 1) * choose(n + j, n - i - 1) * choose(i + j, i) ** 2;
  });
  const got = solve(hilbert(n), eye(n), n, n);
  // The condition number is 1.5e7.
  expect(distance(got, inverse) / size(inverse)).toBeLessThan(1.5e7 * n * 2 ** -52);
});

test("a zero pivot gives an answer that is not finite", () => {
  const x = solve(Float64Array.of(1, 1, 1, 1), Float64Array.of(1, 2), 2, 1);
  expect(x.every(Number.isFinite)).toBe(false);
});

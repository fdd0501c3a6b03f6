/** Principal square roots. */
import { sqrtm } from "../../src/linalg/sqrtm.js";
import { fixtures } from "./fixtures.js";
import { allowed, distance, eps, eye, matrix, positive, product, random, size, sizes } from "./matrices.js";

function root(a: ArrayLike<number>, n: number) {
  const re = new Float64Array(n * n).fill(7);
  const im = new Float64Array(n * n).fill(7);
  const input = Float64Array.from(a);
  const info = sqrtm([re, im], input, n);
  expect(input).toEqual(Float64Array.from(a));
  return { ...info, re, im };
}

/** |x² − a| against |x|², in units of ε. */
function residual({ re, im }: { re: Float64Array; im: Float64Array }, a: ArrayLike<number>, n: number) {
  const [rr, ii, ri] = [product(re, re, n, n, n), product(im, im, n, n, n), product(re, im, n, n, n)];
  const ir = product(im, re, n, n, n);
  const far = Math.max(
    distance(
      rr.map((x, at) => x - ii[at]!),
      a,
    ),
    distance(
      ri.map((x, at) => x + ir[at]!),
      new Float64Array(n * n),
    ),
  );
  return far === 0 ? 0 : far / (size(re) ** 2 + size(im) ** 2) / eps;
}

test.each(fixtures.sqrtm)("the root of a $n×$n matrix is scipy's: $a", ({ a, n, re, im }) => {
  const got = root(a, n);
  expect(got.exists).toBe(true);
  expect(got.isReal).toBe(im.every((x) => Math.abs(x) < 1e-14));
  expect(distance(got.re, re)).toBeLessThan(1e-13 * size(re));
  expect(distance(got.im, im)).toBeLessThan(1e-13 * size(re));
  expect(residual(got, a, n)).toBeLessThan(allowed(n));
});

test.each(sizes)("the square of the root is the matrix of order %i", (n) => {
  const spd = positive(n + 1, n);
  const real = root(spd, n);
  expect([real.exists, real.isReal]).toEqual([true, true]);
  expect(residual(real, spd, n)).toBeLessThan(allowed(n));
  const general = random(n + 2, n, n);
  expect(residual(root(general, n), general, n)).toBeLessThan(allowed(n));
});

test("of the identity, the root is the identity; of zero, zero", () => {
  expect(root(eye(4), 4).re).toEqual(eye(4));
  expect(root(new Float64Array(9), 3)).toEqual({
    exists: true,
    isReal: true,
    re: new Float64Array(9),
    im: new Float64Array(9),
  });
});

test("a Jordan block has the coefficients of the binomial series", () => {
  const { re } = root(
    matrix(4, 4, (i, j) => (i === j ? 1 : j === i + 1 ? 1 : 0)),
    4,
  );
  expect(
    distance(
      re,
      matrix(4, 4, (i, j) => (j < i ? 0 : [1, 1 / 2, -1 / 8, 1 / 16][j - i]!)),
    ),
  ).toBe(0);
});

test("a singular positive semidefinite matrix has a real root, whatever rounding does to its zero eigenvalues", () => {
  const b = random(5, 6, 2);
  const a = product(
    b,
    matrix(2, 6, (i, j) => b[j * 2 + i]!),
    6,
    2,
    6,
  );
  const got = root(a, 6);
  expect([got.exists, got.isReal]).toEqual([true, true]);
  expect(residual(got, a, 6)).toBeLessThan(allowed(6));
});

test("a nilpotent matrix has no root", () => {
  expect(root([0, 1, 0, 0], 2).exists).toBe(false);
});

test("an entry that is not finite gives NaN and says so", () => {
  const { exists, re } = root([1, NaN, 0, 1], 2);
  expect(exists).toBe(false);
  expect([...re].every(Number.isNaN)).toBe(true);
});

/** Principal logarithms. */
import { expm } from "../../src/linalg/expm.js";
import { logm } from "../../src/linalg/logm.js";
import { fixtures } from "./fixtures.js";
import { distance, eye, matrix, positive, random, size, sizes } from "./matrices.js";

function log(a: ArrayLike<number>, n: number) {
  const re = new Float64Array(n * n).fill(7);
  const im = new Float64Array(n * n).fill(7);
  const input = Float64Array.from(a);
  const info = logm([re, im], input, n);
  expect(input).toEqual(Float64Array.from(a));
  return { ...info, re, im };
}

test.each(fixtures.logm)("the logarithm of a $n×$n matrix is scipy's, or exact: $a", ({ a, n, re, im }) => {
  const got = log(a, n);
  expect(got.exists).toBe(true);
  expect(got.isReal).toBe(im.every((x) => Math.abs(x) < 1e-12));
  const most = Math.hypot(size(re), size(im));
  expect(distance(got.re, re) / most).toBeLessThan(1e-13);
  expect(distance(got.im, im) / most).toBeLessThan(1e-13);
});

test.each(sizes)("the exponential of the logarithm is the matrix of order %i", (n) => {
  const a = positive(n + 1, n);
  const { re, exists, isReal } = log(a, n);
  expect([exists, isReal]).toEqual([true, true]);
  const again = new Float64Array(n * n);
  expm(again, re, n);
  expect(distance(again, a)).toBeLessThanOrEqual(1e-14 * (n + 1) * size(a));
});

test("the logarithm undoes the exponential of a small matrix", () => {
  const x = random(8, 6, 6);
  const a = new Float64Array(36);
  expm(a, x, 6);
  expect(distance(log(a, 6).re, x)).toBeLessThan(1e-14);
});

test("near 1 the digits of the difference are kept", () => {
  const x = random(9, 3, 3).map((y, at) => (at % 3 < Math.floor(at / 3) ? 0 : y * 2 ** -40));
  const a = x.map((y, at) => y + (at % 4 === 0 ? 1 : 0));
  // log(1 + x) = x − x²/2 up to 1e-36; the diagonal of `a` holds x to 2⁻⁵², the rest fully.
  expect(Math.abs(log(a, 3).re[2]! / x[2]! - 1)).toBeLessThan(1e-11);
  expect(Math.abs(log(a, 3).re[0]! - Math.log1p(a[0]! - 1))).toBeLessThan(1e-28);
});

test("of the identity, the logarithm is zero", () => {
  expect(log(eye(4), 4)).toEqual({
    exists: true,
    isReal: true,
    re: new Float64Array(16),
    im: new Float64Array(16),
  });
});

test("a Jordan block has the coefficients of the logarithmic series", () => {
  const { re } = log(
    matrix(4, 4, (i, j) => (i === j || j === i + 1 ? 1 : 0)),
    4,
  );
  expect(
    distance(
      re,
      matrix(4, 4, (i, j) => (j <= i ? 0 : [1, -1 / 2, 1 / 3][j - i - 1]!)),
    ),
  ).toBeLessThan(1e-15);
});

test("a rotation has its angle, a reflection iπ", () => {
  expect(
    distance(log([Math.cos(3), -Math.sin(3), Math.sin(3), Math.cos(3)], 2).re, [0, -3, 3, 0]),
  ).toBeLessThan(5e-15);
  const { isReal, im } = log([1, 0, 0, -1], 2);
  expect(isReal).toBe(false);
  expect([...im]).toEqual([0, 0, 0, Math.PI]);
});

test("an eigenvalue 0 that is only found to rounding leaves a huge logarithm, or none", () => {
  const { exists, re } = log([1, 1, 1, 1], 2);
  expect(exists ? size(re) : Infinity).toBeGreaterThan(30);
});

test.each([
  ["zero", [0, 0, 0, 0]],
  ["not finite", [1, NaN, 0, 1]],
])("a matrix that is %s has none: NaN", (_, a) => {
  const { exists, re } = log(a, 2);
  expect(exists).toBe(false);
  expect([...re].every(Number.isNaN)).toBe(true);
});

/** Singular value decomposition. */
import { svd } from "../../src/linalg/svd.js";
import { fixtures } from "./fixtures.js";
import {
  allowed,
  distance,
  error,
  hilbert,
  matrix,
  product,
  random,
  secondDifference,
  secondDifferenceValues,
  shapes,
  skewness,
  transposed,
} from "./matrices.js";

/** Decomposes a matrix, thin and full, and checks everything that must hold for any matrix. */
function decompose(a: Float64Array, m: number, n: number) {
  const k = Math.min(m, n);
  const most = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  const s = new Float64Array(k);
  const before = a.slice();
  expect(svd(null, s, null, a, m, n)).toBe(true);
  for (const full of [false, true]) {
    const [p, q] = full ? [m, n] : [k, k];
    const [u, t, vt] = [new Float64Array(m * p), new Float64Array(k), new Float64Array(q * n)];
    expect(svd(u, t, vt, a, m, n, full)).toBe(true);
    expect(
      distance(
        t.map((x) => x / most),
        s.map((x) => x / most),
      ),
    ).toBeLessThan(1e-14 * (m + n + 1));
    const us = matrix(m, k, (i, j) => u[i * p + j]! * (t[j]! / most));
    expect(
      error(
        product(us, vt, m, k, n),
        a.map((x) => x / most),
      ),
    ).toBeLessThan(allowed(Math.max(m, n)));
    expect(skewness(u, m, p)).toBeLessThan(allowed(m));
    expect(skewness(transposed(vt, q, n), n, q)).toBeLessThan(allowed(n));
  }
  expect(a).toEqual(before);
  expect([...s]).toEqual([...s].sort((x, y) => y - x));
  expect(s.every((x) => x >= 0)).toBe(true);
  return s;
}

test.each(fixtures.svd)("the singular values of $matrix are numpy's", ({ matrix: [seed, m, n], s }) => {
  expect(distance(decompose(random(seed, m, n), m, n), s)).toBeLessThan(1e-14 * Math.max(m, n));
});

test.each(shapes)("a random %i×%i matrix is u·s·vt, thin and full", (m, n) => {
  expect.hasAssertions();
  decompose(random(m + n + 1, m, n), m, n);
});

test("a row has its norm as its singular value", () => {
  expect(distance(decompose(Float64Array.of(2, 3, 6), 1, 3), [7])).toBeLessThan(1e-14);
});

test("the second-difference matrix has its eigenvalues as singular values", () => {
  const want = secondDifferenceValues(30).reverse();
  expect(distance(decompose(secondDifference(30), 30, 30), want)).toBeLessThan(1e-14);
});

test("the Hilbert matrix of order 8 has the singular values of a computation with 60 digits", () => {
  // Relative to the largest: the smallest is 1e-10.
  expect(distance(decompose(hilbert(8), 8, 8), fixtures.hilbertSingular)).toBeLessThan(1e-15);
});

test.each([
  [8, 5],
  [5, 8],
  [6, 6],
])("a %i×%i matrix of rank 2 has two singular values, and zeros to rounding", (m, n) => {
  const a = product(random(5, m, 2), random(6, 2, n), m, 2, n);
  const s = decompose(a, m, n);
  expect(s[1]).toBeGreaterThan(0.1);
  expect(Math.max(...s.subarray(2))).toBeLessThan(1e-15);
});

test.each([
  ["zero", new Float64Array(20), [0, 0, 0, 0]],
  ["all-ones", new Float64Array(20).fill(1), [Math.sqrt(20), 0, 0, 0]],
  ["rectangular identity", matrix(5, 4, (i, j) => (i === j ? 1 : 0)), [1, 1, 1, 1]],
  ["negated", matrix(5, 4, (i, j) => (i === j ? -i - 1 : 0)), [4, 3, 2, 1]],
])("the %s matrix has its known singular values", (_, a, values) => {
  expect(distance(decompose(a, 5, 4), values)).toBeLessThan(1e-14);
});

test.each([1e-300, 1e-160, 1e160, 1e300])("entries of the size %p scale the singular values", (factor) => {
  const a = random(4, 5, 3);
  const s = decompose(
    a.map((x) => x * factor),
    5,
    3,
  );
  expect(
    distance(
      s.map((x) => x / factor),
      decompose(a, 5, 3),
    ),
  ).toBeLessThan(1e-14);
});

test.each([NaN, -Infinity])("an entry %p gives NaN and says so", (bad) => {
  const a = random(2, 3, 2);
  a[3] = bad;
  const [u, s, vt] = [new Float64Array(6), new Float64Array(2), new Float64Array(4)];
  expect(svd(u, s, vt, a, 3, 2)).toBe(false);
  expect([...u, ...s, ...vt].every(Number.isNaN)).toBe(true);
});

/** Symmetric eigenproblems. */
import { eigh } from "../../src/linalg/eigh.js";
import { fixtures } from "./fixtures.js";
import {
  allowed,
  distance,
  error,
  eps,
  eye,
  matrix,
  product,
  random,
  secondDifference,
  secondDifferenceValues,
  size,
  sizes,
  skewness,
  symmetric,
  transposed,
} from "./matrices.js";

/** Decomposes a matrix, and checks everything that must hold for any symmetric matrix. */
function decompose(a: Float64Array, n: number) {
  const [w, v, alone] = [new Float64Array(n), new Float64Array(n * n), new Float64Array(n)];
  const before = a.slice();
  expect(eigh(w, v, a, n)).toBe(true);
  expect(eigh(alone, null, a, n)).toBe(true);
  expect(a).toEqual(before);
  expect(skewness(v, n, n)).toBeLessThan(allowed(n));
  const most = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  const scaled = v.map((x, at) => x * (w[at % n]! / most));
  const again = product(scaled, transposed(v, n, n), n, n, n);
  expect(
    error(
      again,
      a.map((x) => x / most),
    ),
  ).toBeLessThan(allowed(n));
  expect(
    distance(
      alone.map((x) => x / most),
      w.map((x) => x / most),
    ) / eps,
  ).toBeLessThan(allowed(n) * (n + 1));
  expect([...w]).toEqual([...w].sort((p, q) => p - q));
  return { w, v };
}

test.each(fixtures.eigh)("the eigenvalues of $matrix are numpy's", ({ matrix: [seed, n], w }) => {
  expect(distance(decompose(symmetric(seed, n), n).w, w)).toBeLessThan(1e-14 * (n + 1));
});

test.each(sizes)("a random matrix of order %i is v·w·vᵀ", (n) => {
  expect.hasAssertions();
  decompose(symmetric(n + 1, n), n);
});

test.each([2, 5, 20, 100])("the second-difference matrix of order %i has its known spectrum", (n) => {
  const { w, v } = decompose(secondDifference(n), n);
  expect(distance(w, secondDifferenceValues(n)) / eps).toBeLessThan(allowed(n));
  // The lowest vector is half a sine wave.
  const wave = Array.from(
    { length: n },
    (_, i) => Math.sqrt(2 / (n + 1)) * Math.sin(((i + 1) * Math.PI) / (n + 1)),
  );
  const lowest = wave.map((_, i) => Math.abs(v[i * n]!));
  expect(distance(lowest, wave)).toBeLessThan(1e-11);
});

test("Wilkinson's matrix of order 21 has pairs that agree to 14 digits", () => {
  const a = matrix(21, 21, (i, j) => (i === j ? Math.abs(i - 10) : Math.abs(i - j) === 1 ? 1 : 0));
  const { w } = decompose(a, 21);
  // By mpmath with 50 digits.
  expect(w[20]).toBeCloseTo(10.74619418290339, 13);
  expect(w[19]).toBeCloseTo(10.74619418290332, 13);
  expect(w[0]).toBeCloseTo(-1.1254415221199834, 13);
});

test("equal eigenvalues have orthonormal vectors", () => {
  const q = decompose(symmetric(9, 6), 6).v;
  const values = [1, 1, 1, 2, 2, 5];
  const a = product(
    q.map((x, at) => x * values[at % 6]!),
    transposed(q, 6, 6),
    6,
    6,
    6,
  );
  expect(distance(decompose(a, 6).w, values)).toBeLessThan(1e-14);
});

test.each([
  ["zero", new Float64Array(25), [0, 0, 0, 0, 0]],
  ["identity", eye(5), [1, 1, 1, 1, 1]],
  ["all-ones", new Float64Array(25).fill(1), [0, 0, 0, 0, 5]],
  ["diagonal", matrix(5, 5, (i, j) => (i === j ? [3, -1, 4, 1, -5][i]! : 0)), [-5, -1, 1, 3, 4]],
  ["exchange", matrix(5, 5, (i, j) => (i + j === 4 ? 1 : 0)), [-1, -1, 1, 1, 1]],
])("the %s matrix has its known eigenvalues", (_, a, values) => {
  expect(distance(decompose(a, 5).w, values)).toBeLessThan(2e-15 * 5);
});

test.each([1e-300, 1e-160, 1e160, 1e300])("entries of the size %p scale the eigenvalues", (factor) => {
  const a = symmetric(4, 5);
  const { w } = decompose(
    a.map((x) => x * factor),
    5,
  );
  expect(
    distance(
      w.map((x) => x / factor),
      decompose(a, 5).w,
    ),
  ).toBeLessThan(1e-14);
});

test.each(fixtures.graded)(
  "the tiny eigenvalues of a graded matrix have all their digits: $w",
  ({ a, n, w }) => {
    const got = decompose(Float64Array.from(a), n).w;
    expect(Math.max(...got.map((x, i) => Math.abs(x / w[i]! - 1)))).toBeLessThan(1e-14);
  },
);

test("only the lower triangle is read", () => {
  const a = symmetric(7, 4);
  const half = matrix(4, 4, (i, j) => (j > i ? NaN : a[i * 4 + j]!));
  const w = new Float64Array(4);
  expect(eigh(w, null, half, 4)).toBe(true);
  expect(distance(w, decompose(a, 4).w)).toBeLessThan(1e-14);
});

test.each([NaN, Infinity])("an entry %p gives NaN and says so", (bad) => {
  const [w, v] = [new Float64Array(3), new Float64Array(9)];
  const a = random(2, 3, 3);
  a[6] = bad;
  expect(eigh(w, v, a, 3)).toBe(false);
  expect([...w, ...v].every(Number.isNaN)).toBe(true);
  expect(size(a)).not.toBe(0);
});

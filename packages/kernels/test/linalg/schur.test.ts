/** Real Schur form. */
import { schur, schurEigenvalues } from "../../src/linalg/schur.js";
import {
  allowed,
  distance,
  error,
  frank,
  matrix,
  product,
  random,
  sizes,
  skewness,
  transposed,
} from "./matrices.js";

/** Decomposes, and checks all that has to hold for any matrix. */
function decompose(a: Float64Array, n: number) {
  const [t, z, alone] = [new Float64Array(n * n), new Float64Array(n * n), new Float64Array(n * n)];
  const before = a.slice();
  expect(schur(t, z, a, n)).toBe(true);
  expect(schur(alone, null, a, n)).toBe(true);
  expect(a).toEqual(before);
  expect(alone).toEqual(t);
  expect(skewness(z, n, n)).toBeLessThan(allowed(n));
  const most = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  const again = product(
    product(
      z,
      t.map((x) => x / most),
      n,
      n,
      n,
    ),
    transposed(z, n, n),
    n,
    n,
    n,
  );
  expect(
    error(
      again,
      a.map((x) => x / most),
    ),
  ).toBeLessThan(allowed(n));
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i - 1; j++) expect(t[i * n + j]).toBe(0);
    const at = i * n + i;
    const below = t[at - 1]!;
    if (below === 0) continue;
    // A block in standard form: equal diagonal, off-diagonal of opposite signs, and no other block beside it.
    expect(t[at]).toBe(t[at - n - 1]);
    expect(Math.sign(below)).toBe(-Math.sign(t[at - n]!));
    expect(i > 1 ? t[at - n - 2] : 0).toBe(0);
  }
  const [wr, wi] = [new Float64Array(n), new Float64Array(n)];
  schurEigenvalues(wr, wi, t, n);
  return { t, wr, wi };
}

test.each(sizes)("a random matrix of order %i is z·t·zᵀ with t in standard form", (n) => {
  expect.hasAssertions();
  decompose(random(n + 1, n, n), n);
});

test.each([
  ["cyclic shift", (i: number, j: number) => (j === (i + 1) % 12 ? 1 : 0)],
  ["nilpotent", (i: number, j: number) => (j === i + 1 ? 1 : 0)],
  ["transposed Jordan", (i: number, j: number) => (i === j ? 2 : i === j + 1 ? 1 : 0)],
  ["zero", () => 0],
  ["all-ones", () => 1],
  ["skew", (i: number, j: number) => Math.sign(i - j) / (1 + Math.abs(i - j))],
  ["badly scaled", (i: number, j: number) => 10 ** (i - j) / (i + j + 1)],
  ["huge", (i: number, j: number) => 1e300 / (1 + Math.abs(2 * i - j))],
  ["tiny", (i: number, j: number) => 1e-300 / (1 + Math.abs(2 * i - j))],
] as const)("the %s matrix has its form", (_, entry) => {
  expect.hasAssertions();
  decompose(matrix(12, 12, entry), 12);
});

test("Frank's matrix has eigenvalues in reciprocal pairs", () => {
  const { wr, wi } = decompose(frank(8), 8);
  const sorted = [...wr].sort((p, q) => p - q);
  expect([...wi].every((x) => x === 0)).toBe(true);
  for (let i = 0; i < 4; i++) expect(sorted[i]! * sorted[7 - i]!).toBeCloseTo(1, 9);
});

test("a rotation keeps its angle, the positive imaginary part first", () => {
  const { wr, wi } = decompose(Float64Array.of(Math.cos(1), -Math.sin(1), Math.sin(1), Math.cos(1)), 2);
  expect(distance(wr, [Math.cos(1), Math.cos(1)])).toBeLessThan(1e-15);
  expect(distance(wi, [Math.sin(1), -Math.sin(1)])).toBeLessThan(1e-15);
});

test("an entry that is not finite gives NaN and says so", () => {
  const [t, z] = [new Float64Array(4), new Float64Array(4)];
  expect(schur(t, z, Float64Array.of(1, 2, Infinity, 4), 2)).toBe(false);
  expect([...t, ...z].every(Number.isNaN)).toBe(true);
});

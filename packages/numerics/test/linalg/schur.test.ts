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

/** Decomposes a matrix, and checks everything that must hold for any matrix. */
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
    expect(t.subarray(i * n, i * n + i - 1).every((x) => x === 0)).toBe(true);
    const at = i * n + i;
    const below = t[at - 1]!;
    if (below === 0) continue;
    // A block in standard form: equal diagonal, off-diagonal of opposite signs, and no other block next to it.
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

test("entries 300 orders of magnitude apart, whose products vanish, do not keep the iteration from ending", () => {
  // Found by trying thousands of such matrices: the QR sweeps never ended on rows 4 to 7.
  const exponents = [
    [-128, 94, null, null, null, -88, null, -106],
    [null, 26, -104, null, -40, null, -150, 3],
    [-53, 39, -77, 77, -131, null, 126, null],
    [16, null, -50, null, null, -121, -128, null],
    [40, null, 66, null, 24, null, null, 116],
    [-136, null, null, null, null, null, null, null],
    [-32, null, null, null, null, -128, 145, null],
    [null, null, null, -119, null, null, null, null],
  ];
  const entry = (i: number, j: number) => exponents[i]![j] ?? null;
  decompose(
    matrix(8, 8, (i, j) => (entry(i, j) === null ? 0 : 10 ** entry(i, j)!)),
    8,
  );
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

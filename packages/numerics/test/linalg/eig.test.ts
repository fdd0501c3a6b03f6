/** General eigenproblems. */
import { eig } from "../../src/linalg/eig.js";
import { fixtures } from "./fixtures.js";
import { allowed, distance, eps, matrix, product, random, size, sizes } from "./matrices.js";

/** Decomposes a matrix, and checks everything that must hold for any matrix. */
function decompose(a: Float64Array, n: number) {
  const [wr, wi, vr, vi] = [
    new Float64Array(n),
    new Float64Array(n),
    new Float64Array(n * n),
    new Float64Array(n * n),
  ];
  const [wrAlone, wiAlone] = [new Float64Array(n), new Float64Array(n)];
  const before = a.slice();
  expect(eig(wr, wi, { vr, vi }, a, n)).toBe(true);
  expect(eig(wrAlone, wiAlone, null, a, n)).toBe(true);
  expect(a).toEqual(before);
  const most = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  const b = a.map((x) => x / most);
  const right = vr.map((x, at) => (x * wr[at % n]! - vi[at]! * wi[at % n]!) / most);
  const rightI = vr.map((x, at) => (x * wi[at % n]! + vi[at]! * wr[at % n]!) / most);
  const residual = Math.max(
    distance(product(b, vr, n, n, n), right),
    distance(product(b, vi, n, n, n), rightI),
  );
  expect(residual / size(b) / eps).toBeLessThan(allowed(n));
  for (let j = 0; j < n; j++) {
    const column = Array.from({ length: n }, (_, i) => Math.hypot(vr[i * n + j]!, vi[i * n + j]!));
    expect(Math.abs(Math.hypot(...column) - 1)).toBeLessThan(1e-14);
    // Vectors of real eigenvalues are real; so is the largest entry of a complex one, as in LAPACK.
    const largest = column.indexOf(Math.max(...column));
    const isReal = (i: number) => vi[i * n + j] === 0;
    if (wi[j] === 0) expect(column.every((_, i) => isReal(i))).toBe(true);
    else expect(Math.abs(vi[largest * n + j]!)).toBeLessThan(1e-14);
    if (wi[j]! > 0) {
      expect([wr[j + 1], wi[j + 1]]).toEqual([wr[j], -wi[j]!]);
      expect(vi[j + 1]).toBe(-vi[j]!);
    }
  }
  return { wr, wi, vr, vi, alone: [wrAlone, wiAlone] as const };
}

/** For each wanted number the position of the one that is nearest, none used twice; and how far it is. */
function match(wr: Float64Array, wi: Float64Array, wantR: ArrayLike<number>, wantI: ArrayLike<number>) {
  const free = new Set(wr.keys());
  let worst = 0;
  const order = Array.from(wantR, (re, k) => {
    const far = (i: number) => Math.hypot(wr[i]! - re, wi[i]! - wantI[k]!);
    const nearest = [...free].reduce((p, q) => (far(q) < far(p) ? q : p));
    free.delete(nearest);
    worst = Math.max(worst, far(nearest));
    return nearest;
  });
  return { order, worst };
}

test.each(fixtures.eig)(
  "the eigenvalues and vectors of $matrix are numpy's",
  ({ matrix: [seed, n], ...want }) => {
    const { wr, wi, vr, vi, alone } = decompose(random(seed, n, n), n);
    const { order, worst } = match(wr, wi, want.wr, want.wi);
    expect(worst).toBeLessThan(1e-13 * n);
    expect(match(...alone, want.wr, want.wi).worst).toBeLessThan(1e-13 * n);
    const { vr: wantR, vi: wantI } = want;
    if (wantR === undefined || wantI === undefined) return;
    for (const [k, j] of order.entries()) {
      // The same vector up to its sign, or phase: the inner product has absolute value 1.
      let [re, im] = [0, 0];
      for (let i = 0; i < n; i++) {
        re += vr[i * n + j]! * wantR[i * n + k]! + vi[i * n + j]! * wantI[i * n + k]!;
        im += vi[i * n + j]! * wantR[i * n + k]! - vr[i * n + j]! * wantI[i * n + k]!;
      }
      expect(Math.abs(Math.hypot(re, im) - 1)).toBeLessThan(1e-13);
    }
  },
);

test.each(sizes)("a·v = v·w for a random matrix of order %i", (n) => {
  expect.hasAssertions();
  decompose(random(n + 1, n, n), n);
});

test("the cyclic shift has the roots of unity", () => {
  const n = 9;
  const { wr, wi } = decompose(
    matrix(n, n, (i, j) => (j === (i + 1) % n ? 1 : 0)),
    n,
  );
  const angles = Array.from({ length: n }, (_, k) => (2 * Math.PI * k) / n);
  expect(match(wr, wi, angles.map(Math.cos), angles.map(Math.sin)).worst).toBeLessThan(2e-15);
});

test("the companion matrix of (x − 1)(x − 2)(x − 3)(x − 4)(x − 5) has those roots", () => {
  const top = [15, -85, 225, -274, 120];
  const { wr, wi } = decompose(
    matrix(5, 5, (i, j) => (i === 0 ? top[j]! : i === j + 1 ? 1 : 0)),
    5,
  );
  expect(match(wr, wi, [1, 2, 3, 4, 5], [0, 0, 0, 0, 0]).worst).toBeLessThan(1e-10);
});

test("a badly scaled matrix is balanced first: its eigenvalues keep all their digits", () => {
  // D·S·D⁻¹ with S = [[2, 1, 0], [1, 2, 1], [0, 1, 2]]: 2 − √2, 2, 2 + √2.
  const d = [1, 1e8, 1e-8];
  const a = matrix(3, 3, (i, j) => ((i === j ? 2 : Math.abs(i - j) === 1 ? 1 : 0) * d[i]!) / d[j]!);
  const [wr, wi] = [new Float64Array(3), new Float64Array(3)];
  expect(eig(wr, wi, null, a, 3)).toBe(true);
  expect(match(wr, wi, [2 - Math.SQRT2, 2, 2 + Math.SQRT2], [0, 0, 0]).worst).toBeLessThan(2e-15);
});

test("an upper triangular matrix shows its eigenvalues exactly", () => {
  const a = matrix(6, 6, (i, j) => (j < i ? 0 : i + 2 * j - 5));
  const { wr, wi } = decompose(a, 6);
  expect(match(wr, wi, [-5, -2, 1, 4, 7, 10], [0, 0, 0, 0, 0, 0]).worst).toBe(0);
});

test.each([
  ["Jordan block", (i: number, j: number) => (i === j ? 2 : j === i + 1 ? 1 : 0)],
  ["nilpotent matrix", (i: number, j: number) => (j === i + 1 ? 1 : 0)],
] as const)("a %s has no second eigenvector: all come out nearly parallel, and finite", (_, entry) => {
  const { vr } = decompose(matrix(4, 4, entry), 4);
  for (let j = 0; j < 4; j++) expect(Math.abs(vr[j]!)).toBeCloseTo(1, 12);
});

test.each([1e-300, 1e-160, 1e160, 1e300])("entries of the size %p scale the eigenvalues", (factor) => {
  const a = random(4, 5, 5);
  const plain = decompose(a, 5);
  const { wr, wi } = decompose(
    a.map((x) => x * factor),
    5,
  );
  const worst = match(
    wr.map((x) => x / factor),
    wi.map((x) => x / factor),
    plain.wr,
    plain.wi,
  ).worst;
  expect(worst).toBeLessThan(1e-14);
});

test.each([NaN, Infinity])("an entry %p gives NaN and says so", (bad) => {
  const [wr, wi, vr, vi] = [
    new Float64Array(2),
    new Float64Array(2),
    new Float64Array(4),
    new Float64Array(4),
  ];
  expect(eig(wr, wi, { vr, vi }, Float64Array.of(1, bad, 3, 4), 2)).toBe(false);
  expect([...wr, ...wi, ...vr, ...vi].every(Number.isNaN)).toBe(true);
});

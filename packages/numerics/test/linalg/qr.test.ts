/** QR factorization. */
import { qr } from "../../src/linalg/qr.js";
import { fixtures } from "./fixtures.js";
import {
  allowed,
  distance,
  error,
  hilbert,
  matrix,
  product,
  random,
  size,
  shapes,
  skewness,
} from "./matrices.js";

function factor(a: Float64Array, m: number, n: number, complete = false) {
  const p = complete ? m : Math.min(m, n);
  const [q, r, alone] = [new Float64Array(m * p), new Float64Array(p * n), new Float64Array(p * n)];
  const before = a.slice();
  qr(q, r, a, m, n, complete);
  qr(null, alone, a, m, n, complete);
  expect(a).toEqual(before);
  expect(alone).toEqual(r);
  return { q, r, p };
}

test.each(fixtures.qr)(
  "qr of $matrix, complete $complete, is numpy's, signs and all",
  ({ matrix: [seed, m, n], complete, q, r }) => {
    const got = factor(random(seed, m, n), m, n, complete);
    expect(distance(got.r, r)).toBeLessThan(1e-14);
    expect(distance(got.q, q)).toBeLessThan(1e-14);
  },
);

test.each(shapes)("a %i×%i matrix is q·r, q orthonormal, r upper triangular", (m, n) => {
  const a = random(m + n + 1, m, n);
  for (const complete of [false, true]) {
    const { q, r, p } = factor(a, m, n, complete);
    expect(error(product(q, r, m, p, n), a)).toBeLessThan(allowed(Math.max(m, n)));
    expect(skewness(q, m, p)).toBeLessThan(allowed(m));
    expect(r.every((x, at) => at % n >= Math.floor(at / n) || x === 0)).toBe(true);
  }
});

test.each([
  ["of zeros", new Float64Array(20)],
  ["of rank 1", matrix(5, 4, (i, j) => (i + 1) * (j + 2))],
  ["with entries of 1e-200", random(3, 5, 4).map((x) => x * 1e-200)],
  ["with entries of 1e200", random(4, 5, 4).map((x) => x * 1e200)],
  ["with a zero column", matrix(5, 4, (i, j) => (j === 1 ? 0 : 1 / (i + j + 1)))],
])("a matrix %s keeps its q orthonormal", (_, a) => {
  const { q, r } = factor(a, 5, 4);
  expect(skewness(q, 5, 4)).toBeLessThan(allowed(5));
  // Scaled by the largest entry, since the norm of 1e200 has squares that overflow.
  const most = Math.max(...a.map(Math.abs), Number.MIN_VALUE);
  expect(distance(product(q, r, 5, 4, 4), a) / most).toBeLessThan(allowed(5) * 2 ** -52);
});

test("the columns of a Hilbert matrix, nearly dependent, give an orthonormal q all the same", () => {
  const { q, r } = factor(hilbert(12), 12, 12);
  expect(skewness(q, 12, 12)).toBeLessThan(allowed(12));
  expect(distance(product(q, r, 12, 12, 12), hilbert(12)) / size(hilbert(12))).toBeLessThan(
    allowed(12) * 2 ** -52,
  );
});

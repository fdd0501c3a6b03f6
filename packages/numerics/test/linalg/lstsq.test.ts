/** Least squares and the pseudoinverse. */
import { lstsq, pinv } from "../../src/linalg/lstsq.js";
import { fixtures } from "./fixtures.js";
import { distance, eps, product, random, shapes, transposed } from "./matrices.js";

test.each(fixtures.lstsq)(
  "a $name system has numpy's solution, rank and singular values",
  ({ a, b, shape, rank, s, x }) => {
    const [m, n, k] = shape;
    const [got, values] = [new Float64Array(n * k), new Float64Array(Math.min(m, n))];
    const inputs = [Float64Array.from(a), Float64Array.from(b)] as const;
    expect(lstsq(got, values, ...inputs, m, n, k, eps * Math.max(m, n))).toBe(rank);
    expect(distance(values, s)).toBeLessThan(1e-14);
    expect(distance(got, x)).toBeLessThan(1e-12);
    expect(inputs).toEqual([Float64Array.from(a), Float64Array.from(b)]);
  },
);

test("a straight line through scattered points is the one of the textbook formula", () => {
  const [t, y] = [
    [0, 1, 2, 3],
    [-1, 0.2, 0.9, 2.1],
  ];
  const x = new Float64Array(2);
  lstsq(
    x,
    new Float64Array(2),
    Float64Array.from(t.flatMap((ti) => [ti, 1])),
    Float64Array.from(y),
    4,
    2,
    1,
    1e-15,
  );
  // numpy's documentation of lstsq: y = 1.00 t − 0.95.
  expect(distance(x, [1, -0.95])).toBeLessThan(1e-14);
});

test.each(fixtures.pinv)(
  "the pseudoinverse of a matrix of shape $shape is numpy's",
  ({ a, shape: [m, n], x }) => {
    const got = new Float64Array(n * m);
    pinv(got, Float64Array.from(a), m, n, 1e-15);
    expect(distance(got, x)).toBeLessThan(1e-13);
  },
);

test.each(shapes)("the pseudoinverse of a %i×%i matrix satisfies Penrose's conditions", (m, n) => {
  const a = random(m + n + 4, m, n);
  const x = new Float64Array(n * m);
  expect(pinv(x, a, m, n, 1e-15)).toBe(Math.min(m, n));
  const [ax, xa] = [product(a, x, m, n, m), product(x, a, n, m, n)];
  const bound = 1e-12 * (m + n + 1);
  expect(distance(product(ax, a, m, m, n), a)).toBeLessThan(bound);
  expect(distance(product(xa, x, n, n, m), x)).toBeLessThan(bound);
  expect(distance(ax, transposed(ax, m, m))).toBeLessThan(bound);
  expect(distance(xa, transposed(xa, n, n))).toBeLessThan(bound);
});

test("singular values up to rcond times the largest count as zero", () => {
  const a = Float64Array.of(1, 0, 0, 1e-6);
  const x = new Float64Array(4);
  expect(pinv(x, a, 2, 2, 1e-7)).toBe(2);
  expect([...x]).toEqual([1, 0, 0, 1e6]);
  expect(pinv(x, a, 2, 2, 1e-5)).toBe(1);
  expect([...x].map((y) => y + 0)).toEqual([1, 0, 0, 0]);
  expect(pinv(x, new Float64Array(4), 2, 2, 1e-15)).toBe(0);
  expect([...x].map((y) => y + 0)).toEqual([0, 0, 0, 0]);
});

test("an entry that is not finite gives rank −1 and NaN", () => {
  const x = new Float64Array(4);
  expect(pinv(x, Float64Array.of(1, NaN, 0, 1), 2, 2, 1e-15)).toBe(-1);
  expect([...x].every(Number.isNaN)).toBe(true);
});

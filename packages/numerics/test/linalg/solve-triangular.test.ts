/** Triangular systems. */
import { solveTriangular } from "../../src/linalg/solve-triangular.js";
import { fixtures } from "./fixtures.js";
import { distance, matrix, product, random, sizes, transposed } from "./matrices.js";

test.each(fixtures.triangular)(
  "lower $lower, trans $trans, unitDiagonal $unitDiagonal: the solution is scipy's, the other triangle is not read",
  ({ x: want, ...options }) => {
    const full = random(31, 5, 5);
    const t = matrix(5, 5, (i, j) => {
      const isRead = i === j ? !options.unitDiagonal : j < i === options.lower;
      return isRead ? full[i * 5 + j]! + (i === j ? 2 : 0) : NaN;
    });
    const b = random(32, 5, 2);
    const x = new Float64Array(10);
    expect(solveTriangular(x, t, b, 5, 2, options)).toBe(-1);
    expect(distance(x, want)).toBeLessThan(1e-14);
    const first = new Float64Array(5);
    solveTriangular(
      first,
      t,
      b.filter((_, at) => at % 2 === 0),
      5,
      1,
      options,
    );
    expect(
      distance(
        first,
        want.filter((_, at) => at % 2 === 0),
      ),
    ).toBeLessThan(1e-14);
  },
);

test.each(sizes)("%i equations: the product with the solution is the right-hand side", (n) => {
  const full = random(n + 5, n, n);
  for (const lower of [false, true])
    for (const trans of [false, true]) {
      // Well conditioned, by its diagonal.
      const t = matrix(n, n, (i, j) => (i === j ? 2 : j < i === lower ? full[i * n + j]! / n : 0));
      const b = random(3, n, 4);
      const x = b.slice();
      expect(solveTriangular(x, t, x, n, 4, { lower, trans })).toBe(-1);
      expect(distance(product(trans ? transposed(t, n, n) : t, x, n, n, 4), b)).toBeLessThan(1e-15 * (n + 1));
    }
});

test("the first zero on the diagonal is reported, unless the diagonal is taken as ones", () => {
  const t = Float64Array.of(1, 2, 3, 0, 0, 4, 0, 0, 0);
  const x = new Float64Array(3);
  expect(solveTriangular(x, t, Float64Array.of(1, 1, 1), 3, 1)).toBe(1);
  expect(x.every(Number.isFinite)).toBe(false);
  expect(solveTriangular(x, t, Float64Array.of(1, 1, 1), 3, 1, { unitDiagonal: true })).toBe(-1);
  expect([...x]).toEqual([4, -3, 1]);
});

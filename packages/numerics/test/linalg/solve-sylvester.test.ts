/** Sylvester equations. */
import { solveSylvester } from "../../src/linalg/solve-sylvester.js";
import { fixtures } from "./fixtures.js";
import { allowed, distance, eps, product, random, size } from "./matrices.js";

/** A random matrix with its eigenvalues moved to the right. */
const shifted = (seed: number, n: number, by: number) =>
  random(seed, n, n).map((x, at) => x + (at % (n + 1) === 0 ? by : 0));

test.each(fixtures.sylvester)("the solution for $matrix is scipy's", ({ matrix: [seed, m, n], x: want }) => {
  const inputs = [shifted(seed, m, 3), random(seed + 1, n, n), random(seed + 2, m, n)] as const;
  const before = inputs.map((input) => input.slice());
  const x = new Float64Array(m * n);
  expect(solveSylvester(x, ...inputs, m, n)).toBe(true);
  expect(distance(x, want)).toBeLessThan(1e-13);
  expect(inputs).toEqual(before);
});

test.each([
  [0, 0],
  [0, 3],
  [1, 5],
  [5, 1],
  [2, 2],
  [20, 7],
  [60, 60],
])("a·x + x·b is q for %i×%i", (m, n) => {
  // Both spectra lie in the right half-plane: discs of radius √n/√12 or so around 0.7 √n.
  const [a, b, q] = [
    shifted(m + 1, m, 0.7 * Math.sqrt(m)),
    shifted(n + 2, n, 0.7 * Math.sqrt(n)),
    random(3, m, n),
  ];
  const x = new Float64Array(m * n);
  expect(solveSylvester(x, a, b, q, m, n)).toBe(true);
  const [ax, xb] = [product(a, x, m, m, n), product(x, b, m, n, n)];
  const residual = distance(
    ax.map((y, at) => y + xb[at]!),
    q,
  );
  expect(m * n === 0 ? 0 : residual / ((size(a) + size(b)) * size(x)) / eps).toBeLessThan(allowed(m + n));
});

test.each([
  ["1×1", Float64Array.of(2), Float64Array.of(-2), 1],
  ["complex", Float64Array.of(0, -1, 1, 0), Float64Array.of(0, -1, 1, 0), 2],
] as const)("opposite eigenvalues, %s, are reported", (_, a, b, n) => {
  const x = new Float64Array(n * n);
  expect(solveSylvester(x, a, b, new Float64Array(n * n).fill(1), n, n)).toBe(false);
});

test("an entry that is not finite gives NaN and says so", () => {
  const x = new Float64Array(1);
  expect(solveSylvester(x, Float64Array.of(NaN), Float64Array.of(1), Float64Array.of(1), 1, 1)).toBe(false);
  expect(x[0]).toBeNaN();
});

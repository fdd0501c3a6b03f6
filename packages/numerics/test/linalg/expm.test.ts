/** Matrix exponentials. */
import { expm } from "../../src/linalg/expm.js";
import { fixtures } from "./fixtures.js";
import { distance, eye, matrix, product, random, size, sizes, symmetric } from "./matrices.js";

function exp(a: ArrayLike<number>, n: number) {
  const [x, input] = [new Float64Array(n * n).fill(7), Float64Array.from(a)];
  expm(x, input, n);
  expect(input).toEqual(Float64Array.from(a));
  return x;
}

test.each(fixtures.expm)(
  "e^a for $matrix times $factor is exact to rounding",
  ({ matrix: [seed, n], factor, x }) => {
    const a = random(seed, n, n).map((y) => y * factor);
    // The condition number of the exponential is at least |a|.
    expect(distance(exp(a, n), x) / size(x)).toBeLessThan(2e-15 * Math.max(1, size(a)));
  },
);

test.each(fixtures.expmGiven)("e^a is exact to rounding for a = $a", ({ a, n, x }) => {
  // [[1, 1e4], [0, −1]] and its like: squaring more often than the powers ask for would cost their digits. The last
  // one is Moler and Van Loan's: terms of the series reach 9e6, the condition number is 440 (scipy's expm_cond).
  const condition = a.includes(-49) ? 440 : 10;
  expect(distance(exp(a, n), x) / size(x)).toBeLessThan(condition * 2 ** -52);
});

test.each(sizes)("e^a e^−a is 1 for a symmetric matrix of order %i", (n) => {
  const a = symmetric(n + 1, n).map((x) => x / Math.sqrt(n));
  const both = product(
    exp(a, n),
    exp(
      a.map((x) => -x),
      n,
    ),
    n,
    n,
    n,
  );
  expect(distance(both, eye(n))).toBeLessThan(1e-14 * (n + 1));
});

test("a diagonal matrix has the exponentials of its entries, the tiny one too", () => {
  const d = [-700, -1, 0, 1e-300, 1, 10];
  const x = exp(
    matrix(6, 6, (i, j) => (i === j ? d[i]! : 0)),
    6,
  );
  expect(d.map((_, i) => x[7 * i])).toEqual(d.map(Math.exp));
  expect(x.every((y, at) => at % 7 === 0 || y === 0)).toBe(true);
});

test("a nilpotent matrix has the terms of the series, however large", () => {
  const x = exp(
    matrix(4, 4, (i, j) => (j === i + 1 ? 1e5 : 0)),
    4,
  );
  const series = [1, 1e5, 1e10 / 2, 1e15 / 6];
  const want = matrix(4, 4, (i, j) => (j < i ? 0 : series[j - i]!));
  expect(
    Math.max(...x.map((y, at) => (want[at] === 0 ? Math.abs(y) : Math.abs(y / want[at]! - 1)))),
  ).toBeLessThan(1e-14);
});

test("a generator of rotations turns by its angle", () => {
  const x = exp([0, -100, 100, 0], 2);
  expect(distance(x, [Math.cos(100), -Math.sin(100), Math.sin(100), Math.cos(100)])).toBeLessThan(1e-13);
});

test.each([NaN, Infinity, 1e60])("an entry %p gives NaN", (bad) => {
  expect([...exp([1, bad, bad, 1], 2)].every(Number.isNaN)).toBe(true);
});

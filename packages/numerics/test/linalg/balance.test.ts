/** Balancing. */
import { balance } from "../../src/linalg/balance.js";
import { matrix, random } from "./matrices.js";

test("the balanced matrix is the permuted and scaled one, exactly", () => {
  const n = 7;
  const a = random(3, n, n).map((x, at) => x * 10 ** (2 * (Math.floor(at / n) - (at % n))));
  const b = a.slice();
  const { order, factors } = balance(b, n);
  const want = matrix(n, n, (i, j) => (a[order[i]! * n + order[j]!]! * factors[j]!) / factors[i]!);
  expect(b).toEqual(want);
});

test("rows and columns that were 12 powers of ten apart are of like size afterwards", () => {
  const n = 7;
  const a = random(3, n, n).map((x, at) => x * 10 ** (2 * (Math.floor(at / n) - (at % n))));
  balance(a, n);
  const sizes = Array.from({ length: n }, (_, i) => [
    Math.hypot(...a.subarray(i * n, i * n + n)),
    Math.hypot(...a.filter((_, at) => at % n === i)),
  ]);
  for (const [row, column] of sizes) expect(Math.abs(Math.log2(row! / column!))).toBeLessThan(2);
});

test("a permuted triangular matrix is found to be one", () => {
  const order = [3, 0, 4, 1, 2];
  const a = matrix(5, 5, (i, j) => (order[j]! >= order[i]! ? i + j + 1 : 0));
  const { lo, hi } = balance(a, 5);
  expect(hi).toBeLessThanOrEqual(lo);
  expect(a.every((x, at) => at % 5 >= Math.floor(at / 5) || x === 0)).toBe(true);
});

test("a zero row or column is isolated, not divided by", () => {
  const a = Float64Array.of(1, 0, 1e10, 1, 0, 1, 1e-10, 0, 1);
  const { factors } = balance(a, 3);
  expect(factors.every((f) => Number.isFinite(f) && f > 0)).toBe(true);
  expect(a.every(Number.isFinite)).toBe(true);
});

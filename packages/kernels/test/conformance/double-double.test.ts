import { exactProd, exactSum } from "../../src/conformance/double-double.js";

test("a sum keeps what float64 drops", () => {
  expect(exactSum([1e16, 1, -1e16])).toBe(1);
  expect(exactSum([1, 1e100, 1, -1e100])).toBe(2);
  // 0.1 is 3602879701896397 / 2 ** 55.
  expect(exactSum(new Float64Array(1000).fill(0.1))).toBe((3602879701896397 * 1000) / 2 ** 55);
});

test("a sum of products keeps what their rounding drops", () => {
  const x = 1 + 2 ** -30;
  // (1 + e)(1 - e) - 1 = -e ** 2
  expect(exactSum([x, 1], [1 - 2 ** -30, -1])).toBe(-(2 ** -60));
});

test("a product of a thousand factors is right to the last digit", () => {
  // 1.5 ** 30 needs 48 digits, and the halves undo the doubles.
  const factors = [
    ...new Array<number>(30).fill(1.5),
    ...new Array<number>(485).fill(2),
    ...new Array<number>(485).fill(0.5),
  ];
  expect(exactProd(factors)).toBe(3 ** 30 / 2 ** 30);
  // (1 - e) ** n to twice the digits, from its series: 1 - n e + n (n - 1) / 2 e ** 2.
  expect(exactProd(new Float64Array(1000).fill(1 - 2 ** -53))).toBe(1 - 1000 * 2 ** -53);
});

test("infinities and NaN give what plain arithmetic gives", () => {
  expect(exactSum([1, Infinity])).toBe(Infinity);
  expect(exactSum([-Infinity, Infinity])).toBe(NaN);
  expect(exactProd([2, -Infinity])).toBe(-Infinity);
  expect(exactProd([0, Infinity])).toBe(NaN);
  expect(exactSum([])).toBe(0);
  expect(exactProd([])).toBe(1);
});

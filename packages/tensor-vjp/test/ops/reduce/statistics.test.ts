import { array, average, corrcoef, cov, grad, median, ones, percentile, ptp, quantile, sum, toArray, transpose, vmap, zeros } from "@ndgrad/tensor-vjp"; // prettier-ignore
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { expectDerivatives, random, strided } from "../directions.js";

const x = array([[2, -1, 0.5, 4], [1, 3, -2, 0.25]]); // prettier-ignore
const flat = (y: Tensor): number[] => [toArray(y)].flat(3) as number[];

/** Values that NumPy 2.4 gives, to the ulp or two that another order of sums makes. */
function expectClose(got: Tensor, want: readonly unknown[]): void {
  const wants = want.flat(3) as number[];
  expect(flat(got)).toHaveLength(wants.length);
  flat(got).forEach((v, i) => expect(v).toBeCloseTo(wants[i]!, 14));
}

test("covariances and correlations are NumPy's, of rows or of columns", () => {
  const c = [[4.5625, -1.3645833333333333], [-1.3645833333333333, 4.265625]]; // prettier-ignore
  expectClose(cov(x), c);
  expectClose(cov(strided(x)), c);
  expectClose(cov(transpose(x), { rowvar: false }), c);
  expectClose(cov(x, { ddof: 0 }), [[3.421875, -1.0234375], [-1.0234375, 3.19921875]]); // prettier-ignore
  expectClose(corrcoef(x), [[1, -0.3093194913569824], [-0.3093194913569824, 1]]); // prettier-ignore
});

test("of one variable the covariance is its variance, a number, and the correlation 1", () => {
  for (const row of [array([2, -1, 0.5, 4]), array([[2, -1, 0.5, 4]])]) {
    expect(cov(row)).toBe(4.5625);
    expect(corrcoef(row)).toBeCloseTo(1, 15);
  }
});

test("too few observations have no covariance", () => {
  expect(flat(cov(array([[1], [2]])))).toEqual([NaN, NaN, NaN, NaN]);
  expect(() => cov(zeros([2, 2, 2]))).toThrow("cov: expected [variables,observations], got [2,2,2]. Reshape to two axes."); // prettier-ignore
  expect(() => corrcoef(3)).toThrow("corrcoef: expected [variables,observations], got [].");
});

test("quantiles are linear between neighbours, as NumPy's; several have an axis of their own", () => {
  const rows = [[-0.55, -1.325], [0.125, -0.3125], [3.4, 2.4]]; // prettier-ignore
  expectClose(quantile(x, [0.1, 0.25, 0.9], { axis: 1 }), rows);
  expectClose(percentile(strided(x), [10, 25, 90], { axis: -1 }), rows);
  expectClose(quantile(x, 0.3, { axis: 1, keepdims: true }), [[0.35], [0.025]]);
  expectClose(median(x, { axis: 0 }), [1.5, 1, -0.75, 2.125]);
  expect([percentile(x, 37.5), median(x), quantile(x, 0), quantile(x, 1)]).toEqual([0.40625, 0.75, -2, 4]);
  expect(median(array([Infinity, Infinity]))).toBe(Infinity);
  expect(toArray(median(array([[1, NaN], [2, 3]]), { axis: 1 }))).toEqual([NaN, 2.5]); // prettier-ignore
});

test("the cotangent of a quantile goes to the entries that it is made of", () => {
  expect(toArray(grad((y: Nd) => median(y))(array([5, 1, 3])))).toEqual([0, 0, 1]);
  expect(toArray(grad((y: Nd) => median(y))(array([5, 1, 3, 9])))).toEqual([0.5, 0, 0.5, 0]);
  expect(toArray(grad((y: Nd) => quantile(y, 0.125))(array([5, 1, 3])))).toEqual([0, 0.75, 0.25]);
});

test("parts out of range, and quantiles of nothing, are refused", () => {
  expect(() => quantile(x, 30)).toThrow("quantile: expected fractions from 0 to 1, got [30]. quantile takes 0 to 1, percentile 0 to 100.");
  expect(() => percentile(x, [50, 150])).toThrow("percentile: expected fractions from 0 to 100, got [50,150].");
  expect(() => quantile(x, [])).toThrow("quantile: expected fractions from 0 to 1, got [].");
  expect(() => quantile(x, NaN)).toThrow("quantile: expected fractions from 0 to 1, got [NaN].");
  expect(() => median(zeros([0]))).toThrow("median: expected at least one entry, got none. Drop empty axes first.");
  expect(() => median(x, { axis: 2 })).toThrow("median: expected an axis from -2 to 1, got 2.");
}); // prettier-ignore

test("an average weighs entries by weights of its own shape, or of one axis", () => {
  expectClose(average(x, { axis: 1, weights: array([1, 2, 3, 4]) }), [1.75, 0.2]);
  expect(average(x, { weights: ones([2, 4]) })).toBe(sum(x) / 8);
  expect(average(x)).toBe(sum(x) / 8);
  expect(toArray(average(x, { axis: 0, weights: array([1, 3]), keepdims: true }))).toEqual([[1.25, 2, -1.375, 1.1875]]); // prettier-ignore
  // d/dw of Σwx/Σw is (x − average)/Σw.
  expect(toArray(grad((w: Nd) => average(array([1, 5]), { weights: w }))(array([1, 1])))).toEqual([-1, 1]);
  expect(() => average(x, { weights: array([1, 2]) })).toThrow("average: expected weights of [2,4], or of one axis, got [2]. Name their axis."); // prettier-ignore
});

test("the spread of entries is the largest less the smallest, and pulls on both", () => {
  expect(toArray(ptp(x, { axis: 0 }))).toEqual([1, 4, 2.5, 3.75]);
  expect(ptp(x)).toBe(6);
  expect(toArray(grad((y: Nd) => ptp(y))(array([3, 1, 2])))).toEqual([1, -1, 0]);
  expect(() => ptp(zeros([0]))).toThrow("expected at least one entry to reduce");
});

test("statistics have derivatives to second order", () => {
  const y = random([2, 5], 1);
  expectDerivatives((z) => cov(z), y);
  expectDerivatives((z) => corrcoef(z), y);
  expectDerivatives((z) => quantile(z, [0.2, 0.55], { axis: 1 }), y);
  expectDerivatives((z, w) => average(z, { axis: 1, weights: w }), y, array([1, 2, 0.5, 3, 1]));
});

test("statistics under vmap are those of each", () => {
  expect(toArray(vmap((y: Tensor) => ptp(y))(x))).toEqual([5, 5]);
  expect(toArray(vmap((y: Tensor) => cov(y))(x))).toEqual([4.5625, 4.265625]);
});

import { array, grad, nanmax, nanmean, nanmin, nanprod, nanstd, nansum, nanvar, ravel, toArray, where, zeros } from "@ndgrad/tensor-vjp"; // prettier-ignore
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { expectDerivatives, strided } from "../directions.js";

const x = array([[1, NaN, 4], [NaN, NaN, NaN], [2, -3, 5]]); // prettier-ignore

/** What NumPy 2.4 gives for x, over its rows, its columns and all of it. */
const known = [
  ["nansum", nansum, [5, 0, 4], [3, -3, 9], 9],
  ["nanprod", nanprod, [4, 1, -30], [2, -3, 20], -120],
  ["nanmean", nanmean, [2.5, NaN, 4 / 3], [1.5, -3, 4.5], 1.8],
  ["nanvar", nanvar, [2.25, NaN, 98 / 9], [0.25, 0, 0.25], 7.76],
  ["nanstd", nanstd, [1.5, NaN, Math.sqrt(98 / 9)], [0.5, 0, 0.5], Math.sqrt(7.76)],
  ["nanmax", nanmax, [4, NaN, 5], [2, -3, 5], 5],
  ["nanmin", nanmin, [1, NaN, -3], [1, -3, 4], -3],
] as const;

test.each(known)("%s ignores NaN, as NumPy's does", (_name, f, rows, columns, all) => {
  const expectClose = (got: Tensor, want: readonly number[]): void => {
    const entries = [...ravel(got).data];
    // All are below 120; toBeCloseTo takes no NaN.
    const isClose = (v: number, i: number): boolean =>
      Object.is(v, want[i]) || Math.abs(v - want[i]!) < 1e-14;
    expect(entries.filter(isClose)).toEqual(entries);
    expect(entries).toHaveLength(want.length);
  };
  expectClose(f(x, { axis: 1 }), rows);
  expectClose(f(strided(x), { axis: -2 }), columns);
  expectClose(f(x), [all]);
  expectClose(f(x, { axis: 0, keepdims: true }), columns);
});

test.each(known)("%s has derivative 0 in NaN, and the right one in the others", (_name, f) => {
  const slope = grad((y: Nd) => f(y))(array([[1, NaN, 4], [2, -3, 5]])); // prettier-ignore
  expect(slope.get(0, 1)).toBe(0);
  // As if the entry were not there.
  const rest = grad((y: Nd) => f(y))(array([1, 4, 2, -3, 5]));
  const kept = [...slope.data].toSpliced(1, 1);
  kept.forEach((v, i) => expect(v).toBeCloseTo(rest.data[i]!, 13));
  const holed = (y: Tensor): Tensor => where(array([1, 0, 0, 0]), NaN, y);
  expectDerivatives((y) => f(holed(y)), array([0.3, 1.2, -0.7, 2]));
});

test("deviations of equal entries have derivative 0, of no entries none", () => {
  expect(toArray(grad((y: Nd) => nanstd(y))(array([2, NaN, 2])))).toEqual([0, 0, 0]);
  expect(nanvar(array([2, NaN]), { ddof: 1 })).toBe(NaN);
  expect(toArray(nanvar(x, { axis: 1, ddof: 1 }))).toEqual([4.5, NaN, 49 / 3]);
});

test("the largest of entries with ties shares its cotangent among them only", () => {
  expect(toArray(grad((y: Nd) => nanmax(y))(array([3, NaN, 3, 1])))).toEqual([0.5, 0, 0.5, 0]);
});

test("empty reductions are 0, 1, NaN, or refused; axes are named by the op", () => {
  const empty = zeros([0]);
  expect([nansum(empty), nanprod(empty), nanmean(empty), nanvar(empty)]).toEqual([0, 1, NaN, NaN]);
  expect(() => nanmax(empty)).toThrow("expected at least one entry to reduce");
  expect(() => nanmean(x, { axis: 2 })).toThrow("nanmean: expected an axis from -2 to 1, got 2.");
});

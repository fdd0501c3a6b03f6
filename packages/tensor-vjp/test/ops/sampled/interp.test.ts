import { array, grad, interp, searchsorted, ShapeError, vjp, ValueError } from "@ndgrad/tensor-vjp";
import type { Indices, Tensor } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

const positions = (x: Indices): unknown => (typeof x === "number" ? x : [...x.data]);

// Expected values are NumPy 2.4.6's.
test("searchsorted finds where values go, NaN at the end", () => {
  const sorted = array([1, 2, 2, 3, NaN]);
  const values = array([2, 0, 3, NaN, 9]);
  expect(positions(searchsorted(sorted, values))).toEqual([1, 0, 3, 4, 4]);
  expect(positions(searchsorted(sorted, values, { side: "right" }))).toEqual([3, 0, 4, 5, 4]);
  expect(searchsorted(sorted, 2.5)).toBe(3);
  expect((searchsorted(strided(counting(4)), counting(2, 2)) as Exclude<Indices, number>).shape).toEqual([
    2, 2,
  ]);
  expect(() => searchsorted(counting(2, 2), 1)).toThrow(ShapeError);
});

test("searchsorted takes traced values and gives plain positions", () => {
  vjp((x: Tensor) => {
    expect(positions(searchsorted(x, x))).toEqual([0, 1]);
    return x;
  }, counting(2));
});

test("interp is linear between samples and constant outside", () => {
  const [xp, fp] = [array([0, 1, 3]), array([10, 20, 0])];
  expect(listed(interp(array([-1, 0, 0.5, 1, 2.5, 3, 9]), xp, fp))).toEqual([10, 10, 15, 20, 5, 0, 0]);
  expect(listed(interp(array([[-1], [9]]), xp, fp, { left: -5, right: 5 }))).toEqual([[-5], [5]]);
  expect(interp(0.5, xp, fp)).toBe(15);
  expect(interp(NaN, xp, fp)).toBe(NaN);
  expect(listed(interp(array([0, 1, 2]), array([1]), array([7]), { left: 0 }))).toEqual([0, 7, 7]);
});

test("interp meets its samples exactly", () => {
  const xp = array([0.1, 0.3, 0.7]);
  const fp = array([1 / 3, -2 / 7, 1e10]);
  expect(listed(interp(xp, xp, fp))).toEqual(listed(fp));
});

test("a periodic function wraps around, its samples in any order", () => {
  const x = array([-190, -180, 0, 5, 7.5, 365]);
  const got = listed(
    interp(x, array([190, -190, 350, -350]), array([5, 10, 3, 4]), { period: 360 }),
  ) as number[];
  [10, 7.5, 3.5, 3.75, 3.875, 3.75].forEach((want, i) =>
    expect(Math.abs(got[i]! - want)).toBeLessThan(1e-13),
  );
});

test("interp differentiates in the points, the samples and the values outside", () => {
  const xp = array([-1, 0.2, 0.9, 2]);
  expectDerivatives((x, p, f) => interp(x, p, f), array([-0.5, 0.5, 1.4, 3, -4]), xp, random([4], 1));
  expectDerivatives((x, f, l) => interp(x, xp, f, { left: l }), random([2, 2], 2), random([4], 3), 0.5);
  expectDerivatives((x, f) => interp(x, xp, f, { period: 5 }), array([3, 0.5, -7]), random([4], 4));
});

test("at a sample the slope is that to its right, at the last that to its left, outside 0", () => {
  const slope = grad((x: number) => interp(x, array([0, 1, 3]), array([10, 20, 0])) as number);
  expect([-1, 0, 1, 3, 4].map(slope)).toEqual([0, 10, -10, -10, 0]);
});

test("samples that make no function are refused", () => {
  expect(() => interp(0, counting(2), counting(3))).toThrow(ShapeError);
  expect(() => interp(0, array([]), array([]))).toThrow(ValueError);
  expect(() => interp(0, array([0, 2, 2]), counting(3))).toThrow(
    "interp: expected xp in strictly ascending order, got 2 after 2. Sort the samples: take(xp, argsort(xp)).",
  );
  expect(() => interp(0, array([0, NaN]), counting(2))).toThrow(ValueError);
  expect(() => interp(0, counting(2), counting(2), { period: 0 })).toThrow(ValueError);
});

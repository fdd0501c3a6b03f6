import { AxisError, flip, fliplr, flipud, roll, rot90, ValueError } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

test("flip runs the named axes backwards, all by default", () => {
  expect(listed(flip(counting(2, 3)))).toEqual([
    [5, 4, 3],
    [2, 1, 0],
  ]);
  expect(listed(flip(strided(counting(2, 3)), { axis: 0 }))).toEqual([
    [3, 4, 5],
    [0, 1, 2],
  ]);
  expect(listed(flip(counting(2, 3), { axis: [-1] }))).toEqual([
    [2, 1, 0],
    [5, 4, 3],
  ]);
  expect(listed(flipud(counting(3)))).toEqual([2, 1, 0]);
  expect(listed(fliplr(counting(1, 3)))).toEqual([[2, 1, 0]]);
  expect(flip(4)).toBe(4);
});

test("rot90 turns from the first axis towards the second, four times to where it was", () => {
  const x = counting(2, 3);
  expect(listed(rot90(x))).toEqual([
    [2, 5],
    [1, 4],
    [0, 3],
  ]);
  expect(listed(rot90(x, 2))).toEqual([
    [5, 4, 3],
    [2, 1, 0],
  ]);
  expect(listed(rot90(x, -1))).toEqual([
    [3, 0],
    [4, 1],
    [5, 2],
  ]);
  expect(listed(rot90(x, 4))).toEqual(listed(x));
  expect(listed(rot90(x, 1, { axes: [1, 0] }))).toEqual(listed(rot90(x, -1)));
});

test("roll brings what leaves at the end back at the front", () => {
  expect(listed(roll(counting(5), 2))).toEqual([3, 4, 0, 1, 2]);
  expect(listed(roll(counting(5), -12))).toEqual([2, 3, 4, 0, 1]);
  expect(listed(roll(strided(counting(2, 3)), 1))).toEqual([
    [5, 0, 1],
    [2, 3, 4],
  ]);
  expect(listed(roll(counting(2, 3), 1, { axis: 1 }))).toEqual([
    [2, 0, 1],
    [5, 3, 4],
  ]);
  expect(listed(roll(counting(2, 3), [1, -1], { axis: [0, 1] }))).toEqual([
    [4, 5, 3],
    [1, 2, 0],
  ]);
  expect(listed(roll(counting(2, 3), 1, { axis: [0, 1] }))).toEqual([
    [5, 3, 4],
    [2, 0, 1],
  ]);
  expect(listed(roll(counting(4), [1, 1], { axis: [0, 0] }))).toEqual([2, 3, 0, 1]);
  expect(roll(counting(0, 2), 1, { axis: 0 }).shape).toEqual([0, 2]);
  expect(roll(3, 5)).toBe(3);
});

test("cotangents turn back", () => {
  const x = random([2, 3], 1) as Nd;
  expectDerivatives((y) => flip(y, { axis: 1 }), strided(x));
  for (const k of [0, 1, 2, 3]) expectDerivatives((y) => rot90(y, k), x);
  expectDerivatives((y) => roll(y, 4), x);
  expectDerivatives((y) => roll(y, [1, -1], { axis: [0, 1] }), strided(x));
});

test("axes and shifts that make no sense are refused", () => {
  const x = counting(2, 3);
  expect(() => flip(x, { axis: 2 })).toThrow(AxisError);
  expect(() => fliplr(counting(3))).toThrow(AxisError);
  expect(() => rot90(x, 1, { axes: [0, -2] })).toThrow(
    "rot90: expected two different axes, got [0,-2]. Name the plane of rotation.",
  );
  expect(() => rot90(x, 0.5)).toThrow(ValueError);
  expect(() => roll(x, 1, { axis: 2 })).toThrow(AxisError);
  expect(() => roll(x, 0.5)).toThrow(ValueError);
  expect(() => roll(x, [1, 2, 3], { axis: [0, 1] })).toThrow(ValueError);
});

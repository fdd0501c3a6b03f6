import { AxisError, repeat, ShapeError, ValueError } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

test("each entry is repeated in place, along an axis or of the flattened array", () => {
  const x = counting(2, 2);
  expect(listed(repeat(x, 2))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(listed(repeat(strided(x), 2, { axis: 0 }))).toEqual([
    [0, 1],
    [0, 1],
    [2, 3],
    [2, 3],
  ]);
  expect(listed(repeat(x, 2, { axis: -1 }))).toEqual([
    [0, 0, 1, 1],
    [2, 2, 3, 3],
  ]);
  expect(listed(repeat(x, [0, 3], { axis: 1 }))).toEqual([
    [1, 1, 1],
    [3, 3, 3],
  ]);
  expect(listed(repeat(counting(3), Int32Array.of(2, 0, 1)))).toEqual([0, 0, 2]);
  expect(listed(repeat(7, 3))).toEqual([7, 7, 7]);
  expect(listed(repeat(x, [2], { axis: 0 }))).toEqual(listed(repeat(x, 2, { axis: 0 })));
  expect(repeat(x, 0, { axis: 0 }).shape).toEqual([0, 2]);
});

test("an entry collects the cotangents of its copies", () => {
  const x = random([2, 3], 1);
  expectDerivatives((y) => repeat(y, 3), x);
  // HIPS autograd fails on the last axis.
  expectDerivatives((y) => repeat(y, 2, { axis: -1 }), x);
  expectDerivatives((y) => repeat(y, [2, 0, 1], { axis: 1 }), x);
  expectDerivatives((y) => repeat(y, 2), 0.5);
});

test("counts that make no sense are refused", () => {
  expect(() => repeat(counting(3), -1)).toThrow(ValueError);
  expect(() => repeat(counting(3), [1, 2])).toThrow(
    "repeat: expected one count or 3, got [2] for axis 0 of [3]. Give a count for each position.",
  );
  expect(() => repeat(counting(2, 2), [[1, 1]], { axis: 0 })).toThrow(ShapeError);
  expect(() => repeat(counting(2, 3), 2, { axis: -3 })).toThrow(AxisError);
});

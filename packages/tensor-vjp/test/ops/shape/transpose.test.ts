import { AxisError, moveaxis, rollaxis, swapaxes, transpose, ValueError } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

const shapeOf = (x: Tensor): readonly number[] => (x as Nd).shape;

test("transpose reverses the axes, or puts them in the order given", () => {
  const x = counting(2, 3);
  expect(listed(transpose(x))).toEqual([
    [0, 3],
    [1, 4],
    [2, 5],
  ]);
  expect(listed(transpose(strided(x)))).toEqual([
    [0, 3],
    [1, 4],
    [2, 5],
  ]);
  const y = transpose(counting(2, 3, 4), [1, 2, 0]) as Nd;
  expect(y.shape).toEqual([3, 4, 2]);
  expect(y.get(2, 1, 1)).toBe(counting(2, 3, 4).get(1, 2, 1));
  expect(transpose(5)).toBe(5);
});

test("axes may be negative: the same order counted from the end", () => {
  expect(listed(transpose(counting(2, 3, 4), [-2, -1, 0]))).toEqual(
    listed(transpose(counting(2, 3, 4), [1, 2, 0])),
  );
  expect(shapeOf(swapaxes(counting(2, 3, 4), -1, 0))).toEqual([4, 3, 2]);
  expect(shapeOf(moveaxis(counting(2, 3, 4), -1, 0))).toEqual([4, 2, 3]);
});

test("a transpose is an array of its own", () => {
  const x = counting(2, 2);
  (transpose(x, [0, 1]) as Nd).set(0, 0, 9);
  expect(x.get(0, 0)).toBe(0);
});

test("moveaxis puts axes at their destinations and keeps the order of the rest", () => {
  expect(shapeOf(moveaxis(counting(2, 3, 4), 0, 2))).toEqual([3, 4, 2]);
  expect(shapeOf(moveaxis(counting(2, 3, 4, 5), [0, 2], [3, 0]))).toEqual([4, 3, 5, 2]);
  expect(shapeOf(rollaxis(counting(2, 3, 4), 2))).toEqual([4, 2, 3]);
  expect(shapeOf(rollaxis(counting(2, 3, 4), 1, 3))).toEqual([2, 4, 3]);
  expect(shapeOf(rollaxis(counting(2, 3, 4), 0, 2))).toEqual([3, 2, 4]);
});

test("cotangents go back through the inverse order", () => {
  const x = random([2, 3, 4], 1) as Nd;
  expectDerivatives((y) => transpose(y, [1, 2, 0]), x);
  expectDerivatives((y) => transpose(y, [-1, 0, 1]), strided(x));
  expectDerivatives((y) => moveaxis(y, [0, 1], [2, 0]), x);
  expectDerivatives((y) => swapaxes(y, 0, -1), x);
});

test("axes that do not exist or repeat are refused", () => {
  const x = counting(2, 3);
  expect(() => transpose(x, [0])).toThrow(ValueError);
  expect(() => transpose(x, [0, 0])).toThrow(
    "transpose: expected each of 2 axes once, got [0,0]. Name all axes in the order that you want, or use moveaxis or swapaxes.",
  );
  expect(() => transpose(x, [0, 2])).toThrow(AxisError);
  expect(() => transpose(x, [1, -1])).toThrow(ValueError);
  expect(() => swapaxes(x, 0, 2)).toThrow(AxisError);
  expect(() => moveaxis(x, 2, 0)).toThrow(AxisError);
  expect(() => moveaxis(x, [0, 1], [0])).toThrow(ValueError);
  expect(() => moveaxis(x, [0, 0], [0, 1])).toThrow(ValueError);
});

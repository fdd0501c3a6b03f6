import {
  arange,
  array,
  eye,
  full,
  grad,
  IndexError,
  linspace,
  oneHot,
  ones,
  onesLike,
  ShapeError,
  sum,
  ValueError,
  vjp,
  zeros,
  zerosLike,
} from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import ndarray from "ndarray";
import { counting, expectDerivatives, listed, random } from "../directions.js";

test("constants of a shape; rank 0 is a number", () => {
  expect(listed(zeros([2, 2]))).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(listed(ones(3))).toEqual([1, 1, 1]);
  expect(zeros([])).toBe(0);
  expect(zeros([0, 2]).shape).toEqual([0, 2]);
  expect(listed(full([2], 7))).toEqual([7, 7]);
  expect(listed(full([2, 2], counting(2)))).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(full([], 7)).toBe(7);
});

test("eye may be oblong, and its diagonal off the middle", () => {
  expect(listed(eye(2))).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(listed(eye(2, { m: 3, k: 1 }))).toEqual([
    [0, 1, 0],
    [0, 0, 1],
  ]);
  expect(listed(eye(3, { m: 2, k: -1 }))).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
  expect(listed(eye(2, { k: 5 }))).toEqual([
    [0, 0],
    [0, 0],
  ]);
});

test("zerosLike and onesLike of a traced value are plain", () => {
  vjp((x: Tensor) => {
    const [zero, one] = [zerosLike(x), onesLike(x)];
    expect([listed(zero), listed(one)]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    return x;
  }, counting(2));
  expect(onesLike(5)).toBe(1);
});

test("arange counts by multiples of the step, without adding up its rounding", () => {
  expect(listed(arange(3))).toEqual([0, 1, 2]);
  expect(listed(arange(5, 0, -2))).toEqual([5, 3, 1]);
  expect(arange(0, 1, 0.1).get(7)).toBe(7 * 0.1);
  expect(arange(3, 3).shape).toEqual([0]);
  expect(arange(-2).shape).toEqual([0]);
});

test("linspace ends where it is told to", () => {
  expect(listed(linspace(1, 10, 10))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(linspace(0, 0.1 * 3, 7).get(6)).toBe(0.1 * 3);
  expect(listed(linspace(0, 1, 4, { endpoint: false }))).toEqual([0, 0.25, 0.5, 0.75]);
  expect(listed(linspace(2, 3, 1))).toEqual([2]);
  expect(linspace(2, 3, 0).shape).toEqual([0]);
  expect(linspace(0, 1).shape).toEqual([50]);
  expect(listed(linspace(counting(2), array([4, 1]), 3))).toEqual([
    [0, 1],
    [2, 1],
    [4, 1],
  ]);
});

test("full and linspace differentiate in their values", () => {
  expectDerivatives((v) => full([3, 2], v), 0.5);
  expectDerivatives((v) => full([3, 2], v), random([3, 1], 1));
  expectDerivatives((a, b) => linspace(a, b, 5), 0.5, 2);
  expectDerivatives((a, b) => linspace(a, b, 4, { endpoint: false }), random([2, 1], 1), random([3], 2));
  expect(grad((b: number) => sum(linspace(0, b, 3)))(1)).toBe(1.5);
});

test("oneHot marks positions", () => {
  expect(listed(oneHot([2, 0], 3))).toEqual([
    [0, 0, 1],
    [1, 0, 0],
  ]);
  expect(listed(oneHot(1, 2))).toEqual([0, 1]);
  expect(listed(oneHot(ndarray(Int32Array.of(1, 0), [2, 1]), 2))).toEqual([[[0, 1]], [[1, 0]]]);
});

test("sizes and positions that make no sense are refused", () => {
  expect(() => zeros([2, -1])).toThrow("zeros: expected sizes of 0 or more, got [2,-1]. Give whole numbers.");
  expect(() => ones(1.5)).toThrow(ValueError);
  expect(() => full([2], counting(3))).toThrow(ShapeError);
  expect(() => eye(-1)).toThrow(ValueError);
  expect(() => arange(0, 1, 0)).toThrow(ValueError);
  expect(() => arange(0, Infinity)).toThrow(ValueError);
  expect(() => linspace(0, 1, 2.5)).toThrow(ValueError);
  expect(() => oneHot([0, 3], 3)).toThrow(
    "oneHot: expected positions from 0 to 2, got 3. Give a row for each class.",
  );
  expect(() => oneHot([-1], 3)).toThrow(IndexError);
});

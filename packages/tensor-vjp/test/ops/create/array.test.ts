import {
  ArgumentError,
  array,
  grad,
  greater,
  mul,
  ShapeError,
  stack,
  sum,
  toArray,
  vjp,
} from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import ndarray from "ndarray";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

test("nested lists become arrays, and arrays nested lists", () => {
  for (const nested of [
    [],
    [1, 2],
    [
      [1, 2, 3],
      [4, 5, 6],
    ],
    [
      [[1], [2]],
      [[3], [4]],
    ],
    [[], []],
  ])
    expect(toArray(array(nested))).toEqual(nested);
  expect(array([[], []]).shape).toEqual([2, 0]);
  expect(array(3)).toBe(3);
  expect(toArray(3)).toBe(3);
});

test("arrays of any type and typed arrays become float64", () => {
  expect(listed(array(Float32Array.of(0.5, 2)))).toEqual([0.5, 2]);
  expect(listed(array(ndarray(Int32Array.of(1, 2, 3, 4), [2, 2]).transpose(1, 0)))).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(listed(array(ndarray([1, 2], [2])))).toEqual([1, 2]);
  expect(listed(array(greater(counting(3), 0) as ndarray.NdArray<Uint8Array>))).toEqual([0, 1, 1]);
  expect(array(true)).toBe(1);
  expect(listed(array([true, false]))).toEqual([1, 0]);
  expect(listed(array([Float64Array.of(1, 2), [3, 4], ndarray(Uint8Array.of(5, 6), [2])]))).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
  ]);
  expect(array(ndarray(Float64Array.of(7), []))).toBe(7);
});

test("the result is a copy, whatever the strides", () => {
  const x = counting(2, 2);
  const y = array(x) as Nd;
  y.set(0, 0, 9);
  expect(x.get(0, 0)).toBe(0);
  expect(toArray(strided(x))).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test("traced entries get their part of the cotangent", () => {
  const rotation = (a: Tensor, b: Tensor): Tensor =>
    array([
      [a, 1],
      [b, a],
    ] as never);
  expectDerivatives(rotation, 0.3, 0.7);
  expectDerivatives((u, v) => array([u, [1, 2, 3], v] as never), random([3], 1), random([3], 2));
  expectDerivatives((u, s) => array([[u, stack([s, s])]] as never), random([2], 3), 0.5);
  expectDerivatives((x) => array(x), random([2], 4));
  expect(grad((x: number) => sum(mul(array([x, 2, x]), counting(3))))(5)).toBe(2);
});

test("toArray and getting out of a trace lose nothing but the derivative", () => {
  vjp((x: Tensor) => {
    expect(toArray(x)).toEqual([0, 1]);
    return x;
  }, counting(2));
});

test("ragged lists are refused with the path", () => {
  expect(() => array([[1, 2], [3]])).toThrow(
    "array: expected lists of equal length, got shape [1] at [1] and shape [2] at [0]. Pad the short ones, or keep a list of arrays.",
  );
  expect(() =>
    array([
      [[1], [2]],
      [[3], 4],
    ]),
  ).toThrow("got a number at [1][1] and shape [1] at [1][0]");
  expect(() => array([1, counting(2)])).toThrow(ShapeError);
});

test("anything that is not a number is refused with its path", () => {
  expect(() => array([[1, "2"]] as never)).toThrow(ArgumentError);
  expect(() => array([[1, "2"]] as never)).toThrow(
    "array: expected numbers, got string 2 at [0][1]. Convert it first: Number(x).",
  );
  expect(() => array([1, undefined] as never)).toThrow("at [1]");
  expect(() => array(BigInt64Array.of(1n) as never)).toThrow(ArgumentError);
  expect(() => array({ a: 1 } as never)).toThrow(ArgumentError);
  expect(() => array(undefined as never)).toThrow(ArgumentError);
});

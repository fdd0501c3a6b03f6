import {
  AxisError,
  blockDiag,
  diag,
  diagflat,
  diagonal,
  makeDiagonal,
  ShapeError,
  trace,
  ValueError,
} from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

test("diag reads the diagonal of a matrix and makes a matrix of a vector", () => {
  expect(listed(diag(strided(counting(2, 3))))).toEqual([0, 4]);
  expect(listed(diag(counting(3, 2), -1))).toEqual([2, 5]);
  expect(listed(diag(counting(2, 3), 5))).toEqual([]);
  expect(listed(diag(counting(2), 1))).toEqual([
    [0, 0, 0],
    [0, 0, 1],
    [0, 0, 0],
  ]);
  expect(listed(diagflat(counting(1, 2), -1))).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [0, 1, 0],
  ]);
});

// For x = numpy.arange(12).reshape(2, 3, 2), by NumPy 2.4.6.
test("diagonals and traces of stacks", () => {
  const x = counting(2, 3, 2);
  expect(listed(diagonal(x))).toEqual([
    [0, 8],
    [1, 9],
  ]);
  expect(listed(trace(x))).toEqual([8, 10]);
  expect(trace(counting(2, 2))).toBe(3);
  expect(trace(counting(2, 3), { offset: 1 })).toBe(6);
  expect(listed(diagonal(x, { offset: 1, axis1: 2, axis2: 1 }))).toEqual([
    [2, 5],
    [8, 11],
  ]);
});

test("makeDiagonal is the inverse of diagonal", () => {
  const x = counting(2, 3);
  expect(makeDiagonal(x).shape).toEqual([3, 3, 2]);
  expect(makeDiagonal(x, { axis1: -2, axis2: -1, offset: -1 }).shape).toEqual([2, 4, 4]);
  for (const options of [{}, { offset: 2 }, { axis1: -1, axis2: -2 }, { axis1: 0, axis2: 2, offset: -1 }])
    expect(listed(diagonal(makeDiagonal(x, options), options))).toEqual(listed(x));
});

test("blockDiag puts matrices on the diagonal; vectors are rows", () => {
  expect(listed(blockDiag([counting(2, 1), 7, counting(2)]))).toEqual([
    [0, 0, 0, 0],
    [1, 0, 0, 0],
    [0, 7, 0, 0],
    [0, 0, 0, 1],
  ]);
});

test("cotangents go back along the diagonals, of oblong matrices too", () => {
  expectDerivatives((x) => diag(x), random([2, 4], 1));
  expectDerivatives((x) => diag(x, -1), strided(random([4, 3], 2) as Nd));
  expectDerivatives((x) => diag(x, 2), random([3], 3));
  expectDerivatives((x) => diagonal(x, { offset: 1, axis1: 1, axis2: 2 }), random([2, 3, 4], 4));
  expectDerivatives((x) => trace(x, { axis1: 1, axis2: 2 }), random([2, 3, 3], 5));
  expectDerivatives((x) => trace(x), random([3, 3], 5));
  expectDerivatives((x) => makeDiagonal(x, { axis1: -1, axis2: 0 }), random([2, 3], 6));
  expectDerivatives((x, y) => blockDiag([x, y]), random([2, 1], 7), random([2], 8));
});

test("ranks and axes that make no diagonal are refused", () => {
  expect(() => diag(counting(2, 2, 2))).toThrow(
    "diag: expected a vector or a matrix, got [2,2,2]. Use diagonal or makeDiagonal for stacks.",
  );
  expect(() => diag(1)).toThrow(ValueError);
  expect(() => trace(counting(3))).toThrow(ValueError);
  expect(() => diagonal(counting(2, 2), { axis1: 0, axis2: -2 })).toThrow(ValueError);
  expect(() => diagonal(counting(2, 2), { axis2: 2 })).toThrow(AxisError);
  expect(() => diagonal(counting(2, 2), { offset: 0.5 })).toThrow(ValueError);
  expect(() => makeDiagonal(1)).toThrow(ValueError);
  expect(() => blockDiag([])).toThrow(ValueError);
  expect(() => blockDiag([counting(1, 1, 1)])).toThrow(ShapeError);
});

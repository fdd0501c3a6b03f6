import { arraySplit, AxisError, dsplit, hsplit, split, ValueError, vsplit } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

test("split cuts into equal parts, or at positions", () => {
  expect(split(counting(6), 3).map(listed)).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
  expect(split(counting(6), [1, 4]).map(listed)).toEqual([[0], [1, 2, 3], [4, 5]]);
  expect(split(strided(counting(2, 4)), 2, { axis: 1 }).map(listed)).toEqual([
    [
      [0, 1],
      [4, 5],
    ],
    [
      [2, 3],
      [6, 7],
    ],
  ]);
  expect(split(counting(2, 4), 2, { axis: -1 }).map(listed)).toEqual(
    split(counting(2, 4), 2, { axis: 1 }).map(listed),
  );
});

test("positions beyond the end and out of order give empty parts, as slices do", () => {
  expect(split(counting(3), [2, 5]).map(listed)).toEqual([[0, 1], [2], []]);
  expect(split(counting(4), [3, 1]).map(listed)).toEqual([[0, 1, 2], [], [1, 2, 3]]);
  expect(split(counting(4), [-1]).map(listed)).toEqual([[0, 1, 2], [3]]);
});

test("arraySplit makes the first parts longer", () => {
  expect(arraySplit(counting(8), 3).map(listed)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
    [6, 7],
  ]);
  expect(arraySplit(counting(2), 3).map(listed)).toEqual([[0], [1], []]);
});

test("rows, columns, depth", () => {
  expect(vsplit(counting(4, 1), 2).map(listed)).toEqual([
    [[0], [1]],
    [[2], [3]],
  ]);
  expect(hsplit(counting(4), 2).map(listed)).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(hsplit(counting(1, 4), [1]).map(listed)).toEqual([[[0]], [[1, 2, 3]]]);
  expect(dsplit(counting(1, 1, 2), 2).map(listed)).toEqual([[[[0]]], [[[1]]]]);
});

test("cotangents of the parts meet in the whole", () => {
  const x = random([5, 2], 1) as Nd;
  expectDerivatives((y) => split(y, [1, 3]), x);
  expectDerivatives((y) => arraySplit(y, 3), strided(x));
  expectDerivatives((y) => hsplit(y, 2)[1]!, x);
});

test("parts that do not come out are refused", () => {
  expect(() => split(counting(5), 2)).toThrow(
    "split: expected a number of parts that divides 5, got 2 for axis 0 of [5]. Use arraySplit for parts of unequal length.",
  );
  expect(() => split(counting(4), 0)).toThrow(ValueError);
  expect(() => arraySplit(counting(4), 0)).toThrow(ValueError);
  expect(() => split(counting(4), 2, { axis: 1 })).toThrow(AxisError);
  expect(() => vsplit(counting(4), 2)).toThrow(ValueError);
  expect(() => dsplit(counting(4, 4), 2)).toThrow(ValueError);
});

import { array, AxisError, deleteAt, IndexError, insert, ShapeError, slice } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

// Expected values are NumPy 2.4.6's.
test("insert puts slices before positions counted in the original", () => {
  expect(listed(insert(counting(2, 3), 1, array([7, 8]), { axis: 1 }))).toEqual([
    [0, 7, 1, 2],
    [3, 8, 4, 5],
  ]);
  expect(listed(insert(counting(4), [1, 3, 1], array([10, 20, 30])))).toEqual([0, 10, 30, 1, 2, 20, 3]);
  expect(
    listed(
      insert(
        strided(counting(3, 2)),
        [0, 2],
        array([
          [7, 8],
          [9, 10],
        ]),
        { axis: 0 },
      ),
    ),
  ).toEqual([
    [7, 8],
    [0, 1],
    [2, 3],
    [9, 10],
    [4, 5],
  ]);
  expect(listed(insert(counting(2, 2), 1, array([5, 6])))).toEqual([0, 5, 6, 1, 2, 3]);
  expect(listed(insert(counting(2, 2), -1, 9, { axis: 0 }))).toEqual([
    [0, 1],
    [9, 9],
    [2, 3],
  ]);
  expect(listed(insert(counting(2, 2), [1], array([[7], [9]]), { axis: 1 }))).toEqual([
    [0, 7, 1],
    [2, 9, 3],
  ]);
  expect(listed(insert(counting(3), 3, 9))).toEqual([0, 1, 2, 9]);
});

test("deleteAt takes slices out: one, a list, a range, a mask", () => {
  const x = counting(2, 4);
  expect(listed(deleteAt(x, 1, { axis: 1 }))).toEqual([
    [0, 2, 3],
    [4, 6, 7],
  ]);
  expect(listed(deleteAt(x, [0, -1, 0], { axis: 1 }))).toEqual([
    [1, 2],
    [5, 6],
  ]);
  expect(listed(deleteAt(strided(x), slice(null, null, 2), { axis: 1 }))).toEqual([
    [1, 3],
    [5, 7],
  ]);
  expect(listed(deleteAt(x, [true, false], { axis: 0 }))).toEqual([[4, 5, 6, 7]]);
  expect(listed(deleteAt(x, slice(2)))).toEqual([0, 1]);
  expect(listed(deleteAt(counting(2), []))).toEqual([0, 1]);
});

test("cotangents follow the entries to their new positions", () => {
  const x = random([2, 3], 1) as Nd;
  expectDerivatives((y, v) => insert(y, [0, 2, 2], v, { axis: 1 }), strided(x), random([2, 3], 2));
  expectDerivatives((y, v) => insert(y, 1, v, { axis: 1 }), x, random([2], 3));
  expectDerivatives((y, v) => insert(y, 1, v, { axis: 0 }), x, 0.5);
  expectDerivatives((y) => deleteAt(y, [0, 2], { axis: 1 }), x);
});

test("positions out of range and values that do not fit are refused", () => {
  expect(() => insert(counting(3), 4, 1)).toThrow(
    "insert: expected a position from -3 to 3, got 4 for axis 0 of [3]. Use 3 to append.",
  );
  expect(() => insert(counting(2, 3), [0, 1], counting(2), { axis: 0 })).toThrow(ShapeError);
  expect(() => insert(counting(3), 0, 1, { axis: 1 })).toThrow(AxisError);
  expect(() => deleteAt(counting(3), 3)).toThrow(IndexError);
  expect(() => deleteAt(counting(3), 0, { axis: 1 })).toThrow(AxisError);
});

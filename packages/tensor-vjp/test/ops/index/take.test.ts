import { AxisError, compress, IndexError, ShapeError, take, takeAlongAxis } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import ndarray from "ndarray";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

test("take reads along an axis, or the flattened array", () => {
  const x = counting(2, 3);
  expect(listed(take(x, [4, 0, -1]))).toEqual([4, 0, 5]);
  expect(listed(take(strided(x), Int32Array.of(4, 0)))).toEqual([4, 0]);
  expect(listed(take(x, [2, 0, 2], { axis: 1 }))).toEqual([
    [2, 0, 2],
    [5, 3, 5],
  ]);
  expect(listed(take(x, 1, { axis: 0 }))).toEqual([3, 4, 5]);
  expect(take(x, 1)).toBe(1);
  expect(
    listed(
      take(
        x,
        [
          [0, 1],
          [2, 0],
        ],
        { axis: -1 },
      ),
    ),
  ).toEqual([
    [
      [0, 1],
      [2, 0],
    ],
    [
      [3, 4],
      [5, 3],
    ],
  ]);
  expect((take(x, [], { axis: 0 }) as Nd).shape).toEqual([0, 3]);
  expect(take(7, 0)).toBe(7);
});

test("takeAlongAxis reads at positions of each row's own", () => {
  const x = counting(2, 3);
  expect(listed(takeAlongAxis(x, [[2], [0]]))).toEqual([[2], [3]]);
  expect(
    listed(
      takeAlongAxis(strided(x), [
        [2, 2, 1],
        [0, -1, 0],
      ]),
    ),
  ).toEqual([
    [2, 2, 1],
    [3, 5, 3],
  ]);
  expect(listed(takeAlongAxis(x, [[1, 0, 1]], { axis: 0 }))).toEqual([[3, 1, 5]]);
  // One row of positions for all rows: the other axes broadcast.
  expect(listed(takeAlongAxis(x, [[1, 0]], { axis: 1 }))).toEqual([
    [1, 0],
    [4, 3],
  ]);
});

test("compress keeps the slices where a condition holds", () => {
  const x = counting(2, 3);
  expect(listed(compress([true, false, true], x, { axis: 1 }))).toEqual([
    [0, 2],
    [3, 5],
  ]);
  expect(listed(compress(ndarray(Uint8Array.of(0, 1), [2]), x, { axis: 0 }))).toEqual([[3, 4, 5]]);
  expect(listed(compress([false, true], x))).toEqual([1]);
});

test("an entry taken twice collects twice", () => {
  const x = random([3, 4], 1) as Nd;
  expectDerivatives((y) => take(y, [5, 0, 5]), strided(x));
  expectDerivatives(
    (y) =>
      take(
        y,
        [
          [2, 2],
          [0, 1],
        ],
        { axis: 1 },
      ),
    x,
  );
  expectDerivatives(
    (y) =>
      takeAlongAxis(y, [
        [1, 1],
        [0, 2],
        [3, 3],
      ]),
    strided(x),
  );
  expectDerivatives((y) => compress([true, false, true], y, { axis: 0 }), x);
});

test("positions out of range and shapes that do not fit are refused", () => {
  const x = counting(2, 3);
  expect(() => take(x, 6)).toThrow(
    "take: expected a position from -6 to 5, got 6 for axis 0 of [6]. Positions count from 0.",
  );
  expect(() => take(x, [3], { axis: 1 })).toThrow(IndexError);
  expect(() => take(x, [0], { axis: 2 })).toThrow(AxisError);
  expect(() => take(x, [true] as never)).toThrow(IndexError);
  expect(() => takeAlongAxis(x, [0, 1])).toThrow(ShapeError);
  expect(() => takeAlongAxis(x, [[3], [0]])).toThrow(IndexError);
  expect(() => takeAlongAxis(x, [[0], [0], [0]])).toThrow(IndexError);
  expect(() => compress([false, false, false, true], x, { axis: 1 })).toThrow(IndexError);
  expect(() => compress([[true]], x)).toThrow(
    "compress: expected a vector of conditions, got [1,1]. Use at(x, mask) for a mask of the array.",
  );
});

import { grad, pad, ShapeError, sum, tile, tril, triu, ValueError, mul } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";
import ndarray from "ndarray";

test("pad puts a constant around", () => {
  expect(listed(pad(counting(2), 1))).toEqual([0, 0, 1, 0]);
  expect(listed(pad(counting(2), [2, 1], { constantValues: 9 }))).toEqual([9, 9, 0, 1, 9]);
  // numpy.pad(numpy.arange(4).reshape(2, 2), [(1, 0), (0, 2)], constant_values=[(5, 6), (7, 8)]), NumPy 2.4.6
  expect(
    listed(
      pad(
        counting(2, 2),
        [
          [1, 0],
          [0, 2],
        ],
        {
          constantValues: [
            [5, 6],
            [7, 8],
          ],
        },
      ),
    ),
  ).toEqual([
    [5, 5, 8, 8],
    [0, 1, 8, 8],
    [2, 3, 8, 8],
  ]);
});

// numpy.pad(numpy.arange(3), (4, 5), mode), NumPy 2.4.6
test.each([
  ["edge", [0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2]],
  ["reflect", [0, 1, 2, 1, 0, 1, 2, 1, 0, 1, 2, 1]],
  ["symmetric", [2, 2, 1, 0, 0, 1, 2, 2, 1, 0, 0, 1]],
  ["wrap", [2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1]],
] as const)("a border wider than the array goes on in mode %s", (mode, want) => {
  expect(listed(pad(counting(3), [4, 5], { mode }))).toEqual(want);
});

test("a single entry is its own mirror image", () => {
  expect(listed(pad(counting(1), 2, { mode: "reflect" }))).toEqual([0, 0, 0, 0, 0]);
});

test("borders of several axes meet in the corners", () => {
  expect(listed(pad(strided(counting(2, 2)), 1, { mode: "edge" }))).toEqual([
    [0, 0, 1, 1],
    [0, 0, 1, 1],
    [2, 2, 3, 3],
    [2, 2, 3, 3],
  ]);
});

test("a width of 0 gives an array of its own", () => {
  for (const mode of ["constant", "wrap"] as const) {
    const x = counting(2);
    pad(x, 0, { mode }).set(0, 9);
    expect(x.get(0)).toBe(0);
  }
});

test("padding has no derivative of its own, repeated entries collect theirs", () => {
  const x = random([3, 2], 1) as Nd;
  expectDerivatives(
    (y) =>
      pad(
        y,
        [
          [1, 2],
          [0, 1],
        ],
        { constantValues: 3 },
      ),
    strided(x),
  );
  for (const mode of ["edge", "reflect", "symmetric", "wrap"] as const)
    expectDerivatives(
      (y) =>
        pad(
          y,
          [
            [4, 0],
            [1, 3],
          ],
          { mode },
        ),
      x,
    );
  const g = grad((y: Tensor) => sum(mul(pad(y, [0, 2], { mode: "edge" }), counting(4))))(counting(2)) as Nd;
  expect(listed(g)).toEqual([0, 1 + 2 + 3]);
});

test("tile lays arrays end to end; a short list counts from the last axis", () => {
  expect(listed(tile(counting(2), 3))).toEqual([0, 1, 0, 1, 0, 1]);
  expect(listed(tile(counting(2), [2, 2]))).toEqual([
    [0, 1, 0, 1],
    [0, 1, 0, 1],
  ]);
  expect(listed(tile(strided(counting(2, 2)), 2))).toEqual([
    [0, 1, 0, 1],
    [2, 3, 2, 3],
  ]);
  expect(listed(tile(counting(2, 1), [2, 1, 2]))).toEqual([
    [
      [0, 0],
      [1, 1],
    ],
    [
      [0, 0],
      [1, 1],
    ],
  ]);
  expect(listed(tile(5, 2))).toEqual([5, 5]);
  expect(tile(counting(2), 0).shape).toEqual([0]);
});

test("each entry gets the cotangents of all its copies", () => {
  const x = random([2, 3], 2) as Nd;
  // HIPS autograd fails where repetitions are shorter than the rank.
  expectDerivatives((y) => tile(y, 2), x);
  expectDerivatives((y) => tile(y, [2, 3]), strided(x));
  expectDerivatives((y) => tile(y, [2, 1, 2]), x);
  expectDerivatives((y) => tile(y, [2, 2]), 0.5);
});

test("tril and triu keep one side of a diagonal, and no product with 0 makes NaN of the other", () => {
  const x = counting(3, 3);
  expect(listed(tril(x))).toEqual([
    [0, 0, 0],
    [3, 4, 0],
    [6, 7, 8],
  ]);
  expect(listed(triu(strided(x), 1))).toEqual([
    [0, 1, 2],
    [0, 0, 5],
    [0, 0, 0],
  ]);
  expect(listed(tril(counting(2, 1, 2), -1))).toEqual([[[0, 0]], [[0, 0]]]);
  expect(listed(triu(counting(2)))).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect(listed(tril(ndarray(Float64Array.of(1, Infinity, NaN, 2), [2, 2])))).toEqual([
    [1, 0],
    [NaN, 2],
  ]);
  expectDerivatives((y) => tril(y, -1), random([2, 3, 4], 3));
  expectDerivatives((y) => triu(y, 1), random([3, 3], 4));
  expectDerivatives((y) => triu(y), random([3], 5));
});

test("widths, repetitions and ranks that make no sense are refused", () => {
  expect(() => pad(counting(2, 3), -1)).toThrow(ValueError);
  expect(() =>
    pad(counting(2, 3), [
      [1, 1],
      [1, 1],
      [1, 1],
    ]),
  ).toThrow(ShapeError);
  expect(() => pad(counting(0), 1, { mode: "wrap" })).toThrow(
    'pad: expected an axis with entries for mode wrap, got axis 0 of [0]. Use mode "constant".',
  );
  expect(() => tile(counting(2), -1)).toThrow(ValueError);
  expect(() => tile(counting(2), 1.5)).toThrow(
    "tile: expected repetitions of 0 or more, got [1.5]. Give whole numbers.",
  );
  expect(() => tril(3)).toThrow(ShapeError);
});

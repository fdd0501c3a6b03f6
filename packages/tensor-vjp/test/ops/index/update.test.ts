import {
  atAdd,
  atMax,
  atMin,
  atMul,
  atSet,
  ellipsis,
  grad,
  IndexError,
  mul,
  ShapeError,
  slice,
  sum,
  vjp,
} from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import ndarray from "ndarray";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

const vector = (...values: number[]): Nd => ndarray(Float64Array.from(values), [values.length]);

test("atSet writes at an index, into a copy", () => {
  const x = counting(2, 3);
  expect(listed(atSet(x, [0, 1], 9))).toEqual([
    [0, 9, 2],
    [3, 4, 5],
  ]);
  expect(listed(atSet(strided(x), [slice(), 0], vector(7, 8)))).toEqual([
    [7, 1, 2],
    [8, 4, 5],
  ]);
  expect(listed(atSet(x, [ellipsis, slice(null, null, -2)], vector(1, 2)))).toEqual([
    [2, 1, 1],
    [2, 4, 1],
  ]);
  expect(listed(atSet(x, Uint8Array.of(0, 1), -1))).toEqual([
    [0, 1, 2],
    [-1, -1, -1],
  ]);
  expect(listed(x)).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  expect(atSet(3, [], 4)).toBe(4);
});

test("of several writes to one entry the last stays, and only it gets the cotangent", () => {
  const x = counting(3);
  const v = vector(5, 6, 7);
  expect(listed(atSet(x, [[1, 0, 1]], v))).toEqual([6, 7, 2]);
  const [, pull] = vjp((a: Tensor, b: Tensor) => atSet(a, [[1, 0, 1]], b), x, v);
  expect(pull(vector(10, 20, 30)).map((g) => listed(g))).toEqual([
    [0, 0, 30],
    [0, 10, 20],
  ]);
});

test("atAdd adds every time that an entry is named", () => {
  expect(listed(atAdd(counting(3), [[1, 1, 0]], vector(10, 20, 30)))).toEqual([30, 31, 2]);
  expect(listed(atAdd(counting(2, 2), 1, 1))).toEqual([
    [0, 1],
    [3, 4],
  ]);
});

test("atMul multiplies every time, and its derivative is exact where a factor is 0", () => {
  const f = (v: Tensor): Tensor => atMul(vector(2, 3), [[0, 0, 0]], v);
  expect(listed(f(vector(5, 0, 7)))).toEqual([0, 3]);
  // d/dv of 2·v0·v1·v2 at (5, 0, 7)
  expect(listed(grad((v: Tensor) => sum(f(v)))(vector(5, 0, 7)))).toEqual([0, 70, 0]);
});

test("atMax and atMin keep the winner; NaN wins", () => {
  expect(listed(atMax(counting(3), [[0, 2, 0]], vector(5, 1, 4)))).toEqual([5, 1, 2]);
  expect(listed(atMin(counting(3), [[0, 2, 0]], vector(5, 1, -4)))).toEqual([-4, 1, 1]);
  expect(listed(atMax(counting(2), 0, NaN))).toEqual([NaN, 1]);
});

test("a tie is split equally between the entry and all values for it", () => {
  const [, pull] = vjp((x: Tensor, v: Tensor) => atMax(x, [[0, 0, 1]], v), vector(4, 0), vector(4, 4, 9));
  expect(pull(vector(6, 5)).map((g) => listed(g))).toEqual([
    [2, 0],
    [2, 2, 5],
  ]);
  const [, pullNaN] = vjp((x: Tensor, v: Tensor) => atMin(x, [[0, 0]], v), vector(4), vector(NaN, 1));
  expect(pullNaN(vector(6)).map((g) => listed(g))).toEqual([[0], [6, 0]]);
});

test.each([
  ["atSet", atSet],
  ["atAdd", atAdd],
  ["atMul", atMul],
  ["atMin", atMin],
  ["atMax", atMax],
] as const)("%s differentiates in both arguments, the value broadcast, to second order", (_name, update) => {
  const x = random([3, 4], 1) as Nd;
  expectDerivatives((a, v) => update(a, [slice(), 1], v), x, random([3], 2));
  expectDerivatives((a, v) => update(a, [slice(1), slice(null, null, 2)], v), strided(x), random([2, 1], 3));
  expectDerivatives((a, v) => update(a, 0, v), x, 0.3);
  expectDerivatives((a, v) => update(a, [[0, 2, 0, 0, 2], slice(1)], v), x, random([5, 3], 4));
  expectDerivatives((a, v) => update(a, [slice(), [3, 3, 1]], v), x, random([3, 1], 5));
  expectDerivatives(
    (a, v) =>
      update(
        a,
        [
          [
            [0, 1],
            [0, 2],
          ],
          [1, 1],
        ],
        v,
      ),
    x,
    random([2], 6),
  );
  expectDerivatives((a) => update(a, [[1, 1]], counting(2, 4)), x);
  expectDerivatives((v) => update(counting(3), [[2, 0, 2]], v), random([3], 7));
});

test("a loop of updates differentiates like the array that it fills", () => {
  // y[i] = x[i] · y[i − 1], y[0] = x[0]: the last entry is the product of all.
  const last = (x: Tensor): number => {
    let y: Tensor = x;
    for (let i = 1; i < 4; i++) y = atMul(y, i, atEntry(y, i - 1));
    return atEntry(y, 3) as number;
  };
  expect(listed(grad(last)(vector(2, 3, 5, 7)))).toEqual([105, 70, 42, 30]);
});

function atEntry(x: Tensor, i: number): Tensor {
  return sum(mul(x, atSet(vector(0, 0, 0, 0), i, 1)));
}

test("a value that does not fit is refused with the shape at the index", () => {
  expect(() => atSet(counting(2, 3), 0, vector(1, 2))).toThrow(
    "atSet: expected a value that broadcasts to [3], the shape at the index, got [2]. Counted from the end, sizes must be equal, or 1 in the value.",
  );
  expect(() => atAdd(counting(3), 0, vector(1))).toThrow(ShapeError);
  expect(() => atMul(counting(3), 3, 1)).toThrow(IndexError);
  expect(() => atMax([1] as never, 0, 1)).toThrow(
    "atMax: expected a number or an ndarray of float64, got a JS array of 1. Wrap it: array(x).",
  );
});

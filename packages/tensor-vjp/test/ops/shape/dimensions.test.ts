import {
  atleast1d,
  atleast2d,
  atleast3d,
  AxisError,
  expandDims,
  ravel,
  reshape,
  ShapeError,
  squeeze,
  ValueError,
} from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";
import type { Nd } from "@ndgrad/tensor-vjp";
import ndarray from "ndarray";

test("reshape keeps row-major order, infers -1, and reads strided arrays by their entries", () => {
  expect(listed(reshape(counting(2, 3), [3, -1]))).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
  expect(listed(reshape(strided(counting(2, 3)), [3, 2]))).toEqual([
    [0, 1],
    [2, 3],
    [4, 5],
  ]);
  expect(reshape(counting(1), [])).toBe(0);
  expect(listed(reshape(7, [1, 1]))).toEqual([[7]]);
  expect((reshape(counting(0, 3), [3, 0]) as Nd).shape).toEqual([3, 0]);
});

test("order F takes and lays entries with the first axis moving fastest", () => {
  expect(listed(reshape(counting(2, 3), [3, 2], { order: "F" }))).toEqual([
    [0, 4],
    [3, 2],
    [1, 5],
  ]);
  expect(listed(ravel(counting(2, 3), { order: "F" }))).toEqual([0, 3, 1, 4, 2, 5]);
});

test("a reshape to the same shape is an array of its own", () => {
  const x = counting(2, 2);
  const y = reshape(x, [2, 2]) as Nd;
  y.set(0, 0, 9);
  expect(x.get(0, 0)).toBe(0);
  const scalar = ndarray(Float64Array.of(5), []);
  expect(reshape(scalar, [])).toBe(5);
});

test("axes of size 1 come where they are named, counted in the result", () => {
  expect(expandDims(counting(2, 3), -1).shape).toEqual([2, 3, 1]);
  expect(expandDims(counting(2, 3), [0, 3]).shape).toEqual([1, 2, 3, 1]);
  expect(expandDims(5, 0).shape).toEqual([1]);
});

test("squeeze drops the axes of size 1, or the named ones", () => {
  expect((squeeze(counting(1, 3, 1)) as Nd).shape).toEqual([3]);
  expect((squeeze(counting(1, 3, 1), { axis: -1 }) as Nd).shape).toEqual([1, 3]);
  expect((squeeze(counting(1, 3, 1), { axis: [] }) as Nd).shape).toEqual([1, 3, 1]);
  expect(squeeze(counting(1, 1))).toBe(0);
});

test("at least so many axes, where NumPy puts them", () => {
  expect(listed(atleast1d(4))).toEqual([4]);
  expect(atleast2d(counting(3)).shape).toEqual([1, 3]);
  expect(atleast3d(4).shape).toEqual([1, 1, 1]);
  expect(atleast3d(counting(3)).shape).toEqual([1, 3, 1]);
  expect(atleast3d(counting(2, 3)).shape).toEqual([2, 3, 1]);
  expect(atleast3d(counting(1, 2, 3, 4)).shape).toEqual([1, 2, 3, 4]);
});

test("derivatives come back in the shape of the argument, in both modes", () => {
  const x = random([2, 3], 5) as Nd;
  expectDerivatives((y) => reshape(y, [3, 2]), strided(x));
  expectDerivatives((y) => reshape(y, [6], { order: "F" }), x);
  expectDerivatives((y) => reshape(y, [2, 3]), x);
  expectDerivatives((y) => squeeze(expandDims(y, [0, 2])), x);
  expectDerivatives((y) => atleast3d(y), 1.5);
});

test("what does not fit is refused by name", () => {
  expect(() => reshape(counting(2, 3), [4])).toThrow(ShapeError);
  expect(() => reshape(counting(2, 3), [-1, 4])).toThrow(
    "reshape: expected a shape of 6 entries, got [-1,4] for [2,3]. The product of the sizes must not change.",
  );
  expect(() => reshape(counting(2, 3), [-1, -1])).toThrow(ValueError);
  expect(() => expandDims(counting(2, 3), 4)).toThrow(AxisError);
  expect(() => expandDims(counting(2, 3), [0, 0])).toThrow(ValueError);
  expect(() => squeeze(counting(1, 3), { axis: 2 })).toThrow(AxisError);
  expect(() => squeeze(counting(1, 3), { axis: 1 })).toThrow(
    "squeeze: expected axes of size 1, got size 3 for axis 1 of [1,3]. Use at(x, …) to choose an entry of it.",
  );
});

import {
  append,
  ArgumentError,
  AxisError,
  columnStack,
  concatenate,
  dstack,
  grad,
  hstack,
  mul,
  ravel,
  ShapeError,
  stack,
  sum,
  ValueError,
  vjp,
  vstack,
} from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

test("concatenate lays arrays end to end along an axis", () => {
  expect(listed(concatenate([counting(1, 2), strided(counting(2, 2))]))).toEqual([
    [0, 1],
    [0, 1],
    [2, 3],
  ]);
  expect(listed(concatenate([counting(2, 2), counting(2, 1)], { axis: -1 }))).toEqual([
    [0, 1, 0],
    [2, 3, 1],
  ]);
  expect(listed(concatenate([counting(2, 2), 7, counting(1)], { axis: null }))).toEqual([0, 1, 2, 3, 7, 0]);
  expect(concatenate([counting(0, 3), counting(2, 3)]).shape).toEqual([2, 3]);
});

test("one array alone is copied", () => {
  const x = counting(2);
  concatenate([x]).set(0, 9);
  expect(x.get(0)).toBe(0);
});

test("the sign of zero survives", () => {
  expect(Object.is(stack([-0, 1]).get(0), -0)).toBe(true);
});

test("stack makes a new axis where it is named", () => {
  const [a, b] = [counting(2, 3), mul(10, counting(2, 3))];
  expect(stack([a, b]).shape).toEqual([2, 2, 3]);
  expect(listed(stack([a, b], { axis: 1 }))).toEqual([
    [
      [0, 1, 2],
      [0, 10, 20],
    ],
    [
      [3, 4, 5],
      [30, 40, 50],
    ],
  ]);
  expect(stack([a, b], { axis: -1 }).get(1, 2, 1)).toBe(50);
  expect(listed(stack([1, 2, 3]))).toEqual([1, 2, 3]);
});

test("rows, columns and depth", () => {
  const [u, v] = [counting(2), mul(10, counting(2))];
  expect(listed(vstack([u, v]))).toEqual([
    [0, 1],
    [0, 10],
  ]);
  expect(listed(hstack([u, v]))).toEqual([0, 1, 0, 10]);
  expect(listed(hstack([counting(2, 1), counting(2, 2)]))).toEqual([
    [0, 0, 1],
    [1, 2, 3],
  ]);
  expect(listed(dstack([u, v]))).toEqual([
    [
      [0, 0],
      [1, 10],
    ],
  ]);
  expect(listed(columnStack([u, counting(2, 2)]))).toEqual([
    [0, 0, 1],
    [1, 2, 3],
  ]);
  expect(listed(append(counting(2, 2), counting(1)))).toEqual([0, 1, 2, 3, 0]);
});

test("each array gets its own part of the cotangent", () => {
  const [a, b] = [random([2, 3], 1), random([1, 3], 2)];
  expectDerivatives((x, y) => concatenate([x, y, x]), a, b);
  expectDerivatives((x, y) => concatenate([strided(counting(1, 3)), x, y]), a, b);
  expectDerivatives((x, y) => stack([x, y], { axis: 1 }), a, random([2, 3], 3));
  expectDerivatives((x, y) => stack([x, 1, y]), 0.5, 0.25);
  expectDerivatives((x, y) => dstack([x, y]), random([2, 2], 1), random([2, 2], 2));
  // HIPS autograd fails on this one: the flattened array is read twice through a reshape.
  expectDerivatives((x) => concatenate([ravel(x), ravel(x)]), a);
});

test("an array that stays the same has no cotangent, and none is computed for it", () => {
  const [, pull] = vjp((x: Tensor) => concatenate([counting(2), x as Nd, counting(2)]), counting(1));
  expect(listed(pull(counting(5) as never)[0])).toEqual([2]);
  expect(listed(grad((x: Tensor) => sum(stack([x, counting(2)])))(counting(2)))).toEqual([1, 1]);
});

test("a hundred thousand arrays are joined, more than a call may have arguments", () => {
  const n = 100_000;
  const ys = stack(new Array<Nd>(n).fill(counting(2)), { axis: -1 });
  expect([ys.shape, ys.get(1, n - 1)]).toEqual([[2, n], 1]);
  expect(grad((x: Tensor) => sum(stack(new Array<Tensor>(n).fill(x))))(3)).toBe(n);
});

test("what does not fit is refused by name", () => {
  expect(() => concatenate([])).toThrow(ValueError);
  expect(() => stack([])).toThrow(
    "stack: expected one or more arrays, got an empty list. Pass at least one.",
  );
  expect(() => concatenate([counting(2, 3), counting(3)])).toThrow(
    "concatenate: expected shapes that differ only along axis 0, got [2,3] and [3]. Use reshape or expandDims to give them the same rank.",
  );
  expect(() => concatenate([counting(2, 3), counting(2, 2)])).toThrow(ShapeError);
  expect(() => concatenate([counting(2, 3)], { axis: 2 })).toThrow(AxisError);
  expect(() => concatenate([1, 2])).toThrow(AxisError);
  expect(() => stack([counting(2), counting(3)])).toThrow(ShapeError);
  expect(() => stack([counting(2)], { axis: 3 })).toThrow(AxisError);
  expect(() => stack(counting(2) as never)).toThrow(ArgumentError);
});

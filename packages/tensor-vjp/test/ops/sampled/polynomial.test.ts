import {
  array,
  grad,
  greater,
  less,
  polyval,
  select,
  ShapeError,
  ValueError,
  vander,
} from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random } from "../directions.js";

test("polyval takes the highest power first", () => {
  expect(listed(polyval(array([1, -2, 3]), array([0, 2])))).toEqual([3, 3]);
  expect(polyval(array([1, -2, 3]), 5)).toBe(18);
  expect(listed(polyval(array([]), counting(2)))).toEqual([0, 0]);
  expect(listed(polyval(array([7]), counting(2)))).toEqual([7, 7]);
});

test("vander has the powers of each entry in a row", () => {
  expect(listed(vander(array([2, 3, 5]), { n: 4 }))).toEqual([
    [8, 4, 2, 1],
    [27, 9, 3, 1],
    [125, 25, 5, 1],
  ]);
  expect(listed(vander(array([2, 3]), { increasing: true }))).toEqual([
    [1, 2],
    [1, 3],
  ]);
  expect(vander(counting(3), { n: 0 }).shape).toEqual([3, 0]);
});

test("derivatives are exact at 0, where powers of 0 meet", () => {
  expectDerivatives((p, x) => polyval(p, x), random([4], 1), random([2, 2], 2));
  expectDerivatives((x) => vander(x, { n: 4 }), array([0, 0.5, -1]));
  const p = (x: number): number => polyval(array([5, 3, 2, 1]), x) as number;
  expect([p, grad(p), grad(grad(p)), grad(grad(grad(p)))].map((f) => f(0))).toEqual([1, 2, 6, 30]);
});

test("select takes the first choice whose condition holds", () => {
  const x = array([-1, 0, 1, 5]);
  expect(listed(select([less(x, 0), greater(x, 3)], [10, x], { default: 7 }))).toEqual([10, 7, 7, 5]);
  expect(listed(select([greater(x, -2), greater(x, 0)], [1, 2]))).toEqual([1, 1, 1, 1]);
  expect(listed(select([greater(x, 0)], [2]))).toEqual([0, 0, 2, 2]);
  expectDerivatives(
    (y, d) => select([greater(x, 0), less(x, 0)], [y, 3], { default: d }),
    random([4], 1),
    0.5,
  );
  expectDerivatives((y: Tensor) => select([greater(x, 0)], [y]), 0.5);
});

test("what makes no polynomial or choice is refused", () => {
  expect(() => polyval(counting(2, 2), 1)).toThrow(ShapeError);
  expect(() => polyval(1, 1)).toThrow(ShapeError);
  expect(() => vander(counting(2, 2))).toThrow(ShapeError);
  expect(() => vander(counting(2), { n: -1 })).toThrow(ValueError);
  expect(() => select([], [])).toThrow(ValueError);
  expect(() => select([true], [1, 2])).toThrow(
    "select: expected one condition for each choice, got 1 and 2. Give the value elsewhere as the option default.",
  );
});

import { array, AxisError, cross, ShapeError, sum, mul } from "@ndgrad/tensor-vjp";
import { expectDerivatives, listed, random, strided } from "../directions.js";

const [x, y, z] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]].map((v) => array(v)); // prettier-ignore

test("the unit vectors turn into one another", () => {
  expect([cross(x!, y!), cross(y!, z!), cross(z!, x!)].map(listed)).toEqual([z, x, y].map((v) => listed(v!)));
  expect(listed(cross(array([1, 2, 3]), array([4, 5, 6])))).toEqual([-3, 6, -3]);
});

test("the product is orthogonal to both factors", () => {
  const [a, b] = [random([3], 1), random([3], 2)];
  for (const v of [a, b]) expect(Math.abs(sum(mul(v, cross(a, b))))).toBeLessThan(1e-14);
});

test("vectors in the plane have a number as product, and get 0 as third component next to vectors in space", () => {
  expect(cross(array([1, 2]), array([3, 4]))).toBe(-2);
  expect(listed(cross(array([1, 2]), array([3, 4, 5])))).toEqual([10, -5, -2]);
  expect(listed(cross(array([[1, 2], [0, 1]]), array([3, 4])))).toEqual([-2, -3]); // prettier-ignore
});

test("components may be along any axis, and the others broadcast", () => {
  const columns = array([[1, 0], [0, 1], [0, 0]]); // prettier-ignore
  expect(listed(cross(columns, y!, { axisa: 0 }))).toEqual([[0, 0, 1], [0, 0, 0]]); // prettier-ignore
  expect(listed(cross(columns, y!, { axisa: 0, axisc: 0 }))).toEqual([[0, 0], [0, 0], [1, 0]]); // prettier-ignore
  expect(cross(random([2, 1, 3], 1), random([4, 3], 2))).toHaveProperty("shape", [2, 4, 3]);
});

test("cross has derivatives with broadcasting, axes and strides", () => {
  expectDerivatives((a, b) => cross(a, b), random([2, 1, 3], 3), random([2, 3], 4));
  expectDerivatives((a, b) => cross(a, b, { axis: 0 }), random([3, 2], 5), random([2, 2], 6));
  expectDerivatives((a, b) => cross(a, b), strided(array([[1, 2], [0.5, -3]])), random([2], 7)); // prettier-ignore
});

test("other numbers of components and axes out of range are refused", () => {
  expect(() => cross(random([4], 1), x!)).toThrow(
    new ShapeError(
      "cross: expected 2 or 3 components, got 4 along axis -1 of [4]. Name the axis of the components.",
    ),
  );
  expect(() => cross(x!, 2)).toThrow(AxisError);
  expect(() => cross(x!, y!, { axisc: 1 })).toThrow(AxisError);
  expect(() => cross(random([2, 3], 1), random([4, 3], 1))).toThrow(ShapeError);
});

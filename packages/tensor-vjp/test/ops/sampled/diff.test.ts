import {
  array,
  AxisError,
  diff,
  ediff1d,
  gradient,
  ShapeError,
  trapezoid,
  ValueError,
} from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

function expectClose(got: unknown, want: unknown): void {
  const [g, w] = [[got], [want]].map((x) => x.flat(9) as number[]);
  expect(g!.length).toBe(w!.length);
  g!.forEach((v, i) => expect(Math.abs(v - w![i]!)).toBeLessThan(1e-14 * (1 + Math.abs(w![i]!))));
}

// Here and below, expected values are NumPy 2.4.6's.
test("diff subtracts neighbours, several times, after joining on", () => {
  expect(listed(diff(array([1, 4, 9, 16])))).toEqual([3, 5, 7]);
  expect(listed(diff(array([1, 4, 9, 16]), { n: 2, prepend: 0 }))).toEqual([2, 2, 2]);
  expect(
    listed(
      diff(
        array([
          [0, 1],
          [4, 9],
        ]),
        { axis: 0, append: 1 },
      ),
    ),
  ).toEqual([
    [4, 8],
    [-3, -8],
  ]);
  expect(listed(diff(strided(counting(2, 3))))).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(listed(diff(counting(2), { n: 5 }))).toEqual([]);
  expect(listed(ediff1d(array([1, 4, 9]), { toEnd: array([0, 1]), toBegin: -9 }))).toEqual([-9, 3, 5, 0, 1]);
});

test("a difference of order 0 is an array of its own", () => {
  const x = counting(2);
  diff(x, { n: 0 }).set(0, 9);
  expect(x.get(0)).toBe(0);
});

test("gradient with even, uneven and mixed spacing", () => {
  const [x, f] = [array([0, 1, 3, 4, 7]), array([1, 2, 0, 5, 3])];
  expectClose(listed(gradient(f, { spacing: x, axis: 0 })), [1, 1 / 3, 3, 43 / 12, -2 / 3]);
  expectClose(listed(gradient(f, { spacing: x, axis: 0, edgeOrder: 2 })), [
    5 / 3,
    1 / 3,
    3,
    43 / 12,
    -59 / 12,
  ]);
  expectClose(listed(gradient(f, { spacing: 0.5, axis: 0, edgeOrder: 2 })), [5, -1, 3, 3, -11]);
  const both = gradient(
    array([
      [1, 2, 4],
      [3, 0, 5],
    ]),
    { spacing: [0.5, array([0, 1, 3])] },
  ) as Nd[];
  expectClose(listed(both[0]!), [
    [4, -4, 2],
    [4, -4, 2],
  ]);
  expectClose(listed(both[1]!), [
    [1, 1, 1],
    [-3, -7 / 6, 2.5],
  ]);
});

test("gradient is exact for a parabola, its ends too at order 2, whatever the spacing", () => {
  const xs = [-1, 0, 0.5, 2, 5];
  const samples = array(xs.map((x) => 2.5 * x * x - 1.5 * x + 1));
  const slopes = gradient(samples, { spacing: array(xs), axis: 0, edgeOrder: 2 });
  expectClose(
    listed(slopes),
    xs.map((x) => 5 * x - 1.5),
  );
});

test("an infinite sample spoils its neighbours' slopes only", () => {
  expect(listed(gradient(array([0, 1, 2, Infinity, 4, 5, 6]), { axis: 0 }))).toEqual([
    1,
    1,
    Infinity,
    1,
    -Infinity,
    1,
    1,
  ]);
});

test("trapezoid integrates lines exactly", () => {
  expect(trapezoid(array([1, 3, 2]), { x: array([0, 1, 4]) })).toBe(9.5);
  expect(
    listed(
      trapezoid(
        array([
          [1, 2],
          [3, 4],
        ]),
        { dx: 2, axis: 0 },
      ),
    ),
  ).toEqual([4, 6]);
  expect(
    listed(
      trapezoid(
        array([
          [1, 2],
          [3, 4],
        ]),
        {
          x: array([
            [0, 2],
            [1, 2],
          ]),
        },
      ),
    ),
  ).toEqual([3, 3.5]);
  expect(trapezoid(counting(1))).toBe(0);
});

test("all differentiate, in the coordinates too", () => {
  const f = random([3, 4], 1);
  const x = array([0, 0.7, 1.9, 2.5]);
  expectDerivatives((y) => diff(y, { n: 2 }), f);
  expectDerivatives((y, p) => diff(y, { axis: 0, prepend: p }), f, 0.5);
  expectDerivatives((y, e) => ediff1d(y, { toEnd: e }), f, random([2], 2));
  expectDerivatives((y) => gradient(y), f);
  expectDerivatives((y, s) => gradient(y, { spacing: s, axis: 1, edgeOrder: 2 }), f, x);
  expectDerivatives((y, h) => gradient(y, { spacing: h, axis: 0 }), f, 0.5);
  expectDerivatives((y, s) => trapezoid(y, { x: s }), f, x);
  expectDerivatives((y, h) => trapezoid(y, { dx: h, axis: 0 }), f, 0.3);
});

test("orders, axes and coordinates that make no sense are refused", () => {
  expect(() => diff(counting(3), { n: -1 })).toThrow(
    "diff: expected an order n of 0 or more, got -1. Use cumsum for running sums.",
  );
  expect(() => diff(counting(2, 3), { axis: 2 })).toThrow(AxisError);
  expect(() => diff(1)).toThrow(AxisError);
  expect(() => gradient(counting(1))).toThrow(ValueError);
  expect(() => gradient(counting(2), { edgeOrder: 2 })).toThrow(ValueError);
  expect(() => gradient(counting(2, 2), { spacing: [1] })).toThrow(ValueError);
  expect(() => gradient(counting(3), { spacing: counting(2) })).toThrow(
    "gradient: expected a distance or 3 coordinates, got [2] for axis 0 of [3]. Give a coordinate for each sample.",
  );
  expect(() => trapezoid(counting(3), { x: counting(2) })).toThrow(ShapeError);
  expect(() => gradient([1, 2] as never)).toThrow(
    "gradient: expected a number or an ndarray of float64, got a JS array of 2. Wrap it: array(x).",
  );
});

import {
  at,
  AxisError,
  grad,
  mul,
  repeat,
  roll,
  ShapeError,
  sum,
  tile,
  ValueError,
  vmap,
} from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { counting, expectDerivatives, listed, random, strided } from "../directions.js";

test("each entry is repeated in place, along an axis or of the flattened array", () => {
  const x = counting(2, 2);
  expect(listed(repeat(x, 2))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  expect(listed(repeat(strided(x), 2, { axis: 0 }))).toEqual([
    [0, 1],
    [0, 1],
    [2, 3],
    [2, 3],
  ]);
  expect(listed(repeat(x, 2, { axis: -1 }))).toEqual([
    [0, 0, 1, 1],
    [2, 2, 3, 3],
  ]);
  expect(listed(repeat(x, [0, 3], { axis: 1 }))).toEqual([
    [1, 1, 1],
    [3, 3, 3],
  ]);
  expect(listed(repeat(counting(3), Int32Array.of(2, 0, 1)))).toEqual([0, 0, 2]);
  expect(listed(repeat(7, 3))).toEqual([7, 7, 7]);
  expect(listed(repeat(x, [2], { axis: 0 }))).toEqual(listed(repeat(x, 2, { axis: 0 })));
  expect(repeat(x, 0, { axis: 0 }).shape).toEqual([0, 2]);
});

test("an entry collects the cotangents of its copies", () => {
  const x = random([2, 3], 1);
  expectDerivatives((y) => repeat(y, 3), x);
  // HIPS autograd fails on the last axis.
  expectDerivatives((y) => repeat(y, 2, { axis: -1 }), x);
  expectDerivatives((y) => repeat(y, [2, 0, 1], { axis: 1 }), x);
  expectDerivatives((y) => repeat(y, 2), 0.5);
});

test("counts that make no sense are refused", () => {
  expect(() => repeat(counting(3), -1)).toThrow(ValueError);
  expect(() => repeat(counting(3), [1, 2])).toThrow(
    "repeat: expected one count or 3, got [2] for axis 0 of [3]. Give a count for each position.",
  );
  expect(() => repeat(counting(2, 2), [[1, 1]], { axis: 0 })).toThrow(ShapeError);
  expect(() => repeat(counting(2, 3), 2, { axis: -3 })).toThrow(AxisError);
});

test("repeat, tile and roll under vmap are those of each example, gradients too", () => {
  const xs = random([3, 2, 2], 5) as Nd;
  const weights = random([2, 6], 8);
  const programs: readonly ((x: Nd) => Nd)[] = [
    (x) => repeat(x, 3, { axis: 1 }),
    (x) => tile(x, [1, 3]),
    (x) => tile(at(x, 0), [2, 3]),
    (x) => roll(repeat(x, 3, { axis: 1 }), [1, 2], { axis: [0, 1] }),
  ];
  const each = (f: (x: Nd) => Tensor): unknown => [0, 1, 2].map((n) => listed(f(at(xs, n) as Nd)));
  for (const f of programs) {
    expect(listed(vmap(f)(xs))).toEqual(each(f));
    const slope = grad((x: Nd) => sum(mul(weights, f(x))));
    expect(listed(vmap(slope)(xs))).toEqual(each(slope));
  }
});

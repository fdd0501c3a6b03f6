/** Samples of the ops that read or replace entries at positions. */
import { at } from "./at.js";
import { ellipsis, newaxis, slice } from "./expression.js";
import { compress, take, takeAlongAxis } from "./take.js";
import { atAdd, atMax, atMin, atMul, atSet } from "./update.js";
import { between, mask, positions, real } from "../../testing/draw.js";
import type { DrawTensor } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import type { OpSpec } from "../../testing/entry.js";

/** Updates by disjoint places, broadcasting, and where `repeats` allows it, one entry twice. */
function update(f: typeof atSet, x: DrawTensor, value: DrawTensor, kinks: string): OpSpec {
  return differentiable(
    f,
    [
      [x(3, 4), 1, value(4)],
      [x(3, 4), [slice(), slice(null, null, -2)], value()],
      [x(3, 4), [[[0, 2]], [1, 3]], value(2)],
      [x(3, 4), mask(3, 4), value()],
      [x(4), [[1, 1, 3]], value(3)],
      [x(3, 4), [ellipsis, -1], value(3)],
    ],
    { kinks },
  );
}

export const indexing = {
  at: differentiable(at, [
    [real(3, 4), 1],
    [real(3, 4), [-1, 2]],
    [real(3, 4), [slice(), slice(null, null, -2)]],
    [real(3, 4), [[[0, 2, 0]], [1, 3, 1]]],
    [real(3, 4), mask(3, 4)],
    [real(2, 3, 4), [positions(2, 2), slice(), positions(4, 2)]],
    [real(3, 4), [ellipsis, newaxis, slice(1, 3)]],
    [real(3, 4), [slice(2, 2)]],
    [real(), []],
  ]),
  take: differentiable(
    take,
    [
      [real(2, 3), positions(6, 4)],
      [real(2, 3), positions(3, 2, 2), { axis: 1 }],
      [real(2, 3), -1, { axis: 0 }],
    ],
    {
      options: { axis: "one, or null (default) for the flattened array" },
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1, minSize: 1 });
        const axis = choose.axis(shape.length);
        return [real(...shape), positions(shape.at(axis)!, ...choose.shape({ maxRank: 2 })), { axis }];
      },
    },
  ),
  takeAlongAxis: differentiable(
    takeAlongAxis,
    [
      [real(2, 3), positions(3, 2, 2)],
      [real(2, 3), positions(2, 4, 1), { axis: 0 }],
    ],
    {
      options: { axis: "one, the last by default" },
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1, minSize: 1 });
        const axis = choose.axis(shape.length);
        return [real(...shape), positions(shape.at(axis)!, ...shape.with(axis, choose.int(0, 4))), { axis }];
      },
    },
  ),
  compress: differentiable(
    compress,
    [
      [mask(3), real(3, 2), { axis: 0 }],
      [[true, false, true], real(2, 2)],
    ],
    {
      options: { axis: "one, or null (default) for the flattened array" },
    },
  ),
  atSet: update(atSet, real, real, "last write wins, and only it gets the cotangent"),
  atAdd: update(atAdd, real, real, ""),
  atMul: update(atMul, real, real, "exact at zeros, to any order"),
  atMin: update(atMin, real, between(-4, -3), "split equally among ties"),
  atMax: update(atMax, real, between(3, 4), "split equally among ties"),
};

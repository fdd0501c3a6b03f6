/** Samples of the ops that move entries and compute nothing. */
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { atleast1d, atleast2d, atleast3d, expandDims, ravel, squeeze } from "./dimensions.js";
import { flip, fliplr, flipud, rot90 } from "./flip.js";
import { append, columnStack, concatenate, dstack, hstack, stack, vstack } from "./join.js";
import { pad } from "./pad.js";
import { reshape } from "./reshape.js";
import { roll } from "./roll.js";
import { arraySplit, dsplit, hsplit, split, vsplit } from "./split.js";
import { tile } from "./tile.js";
import { moveaxis, rollaxis, swapaxes, transpose } from "./transpose.js";
import { tril, triu } from "./triangle.js";
import { sizeOf } from "../../tensor.js";
import { real } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import { AXES } from "../../testing/options.js";

const ORDER = '"C": last axis fastest (default), "F": first';

export const reshaping = {
  reshape: differentiable(
    reshape,
    [
      [real(2, 3), [3, 2]],
      [real(2, 3), [-1]],
      [real(4), [2, 2], { order: "F" }],
      [real(), [1, 1]],
      [real(0, 2), [2, 0, 3]],
    ],
    {
      options: { order: ORDER },
      vary: (choose) => {
        const shape = choose.shape({ minSize: 1 });
        return [
          real(...shape),
          choose.pick([[-1], [sizeOf(shape)], [...shape, 1], shape.toReversed()]),
          { order: choose.pick(["C", "F"]) },
        ];
      },
    },
  ),
  ravel: differentiable(ravel, [[real(2, 3)], [real(2, 3), { order: "F" }], [real()], [real(0, 2)]], {
    options: { order: ORDER },
    vary: (choose) => [real(...choose.shape()), { order: choose.pick(["C", "F"]) }],
  }),
  broadcastTo: differentiable(
    broadcastTo,
    [
      [real(3), [2, 3]],
      [real(), [2]],
      [real(2, 1), [2, 4]],
      [real(1), [0]],
      [real(2, 3), [2, 3]],
    ],
    {
      vary: (choose) => {
        const shape = choose.shape();
        return [real(...shape.map((n) => (choose.flag() ? 1 : n)).slice(choose.int(0, shape.length))), shape];
      },
    },
  ),
  expandDims: differentiable(expandDims, [
    [real(2, 3), 0],
    [real(2), -1],
    [real(2), [0, 2]],
    [real(), 0],
  ]),
  squeeze: differentiable(
    squeeze,
    [[real(1, 3, 1)], [real(1, 3, 1), { axis: -1 }], [real(1, 1)], [real(3)]],
    {
      options: { axis: AXES },
    },
  ),
  atleast1d: differentiable(atleast1d, [[real()], [real(3)], [real(2, 0)]]),
  atleast2d: differentiable(atleast2d, [[real()], [real(3)], [real(2, 3)], [real(2, 1, 2)]]),
  atleast3d: differentiable(atleast3d, [[real()], [real(3)], [real(2, 3)], [real(2, 1, 2)]]),
};

export const reordering = {
  transpose: differentiable(
    transpose,
    [
      [real(2, 3)],
      [real(2, 3, 4), [1, 0, 2]],
      [real(2, 3, 4), [-1, 0, -2]],
      [real(3)],
      [real()],
      [real(2, 0)],
    ],
    {
      vary: (choose) => {
        const shape = choose.shape();
        return [
          real(...shape),
          choose.permutation(shape.length).map((a) => (choose.flag() ? a : a - shape.length)),
        ];
      },
    },
  ),
  swapaxes: differentiable(
    swapaxes,
    [
      [real(2, 3, 4), 0, -1],
      [real(2, 3), 1, 1],
    ],
    {
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1 });
        return [real(...shape), choose.axis(shape.length), choose.axis(shape.length)];
      },
    },
  ),
  moveaxis: differentiable(
    moveaxis,
    [
      [real(2, 3, 4), 0, -1],
      [real(2, 3, 4), [0, 2], [2, 1]],
    ],
    {
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1 });
        return [real(...shape), choose.axis(shape.length), choose.axis(shape.length)];
      },
    },
  ),
  rollaxis: differentiable(rollaxis, [
    [real(2, 3, 4), 2],
    [real(2, 3, 4), 0, 3],
    [real(2, 3), -1, -2],
  ]),
  flip: differentiable(
    flip,
    [[real(2, 3)], [real(2, 3), { axis: 1 }], [real(2, 3, 2), { axis: [0, -1] }], [real()], [real(0)]],
    {
      options: { axis: AXES },
      vary: (choose) => {
        const shape = choose.shape();
        return [real(...shape), { axis: choose.axes(shape.length) }];
      },
    },
  ),
  flipud: differentiable(flipud, [[real(2, 3)], [real(3)]]),
  fliplr: differentiable(fliplr, [[real(2, 3)], [real(2, 3, 2)]]),
  rot90: differentiable(
    rot90,
    [[real(2, 3)], [real(2, 3), 2], [real(2, 3), -1], [real(2, 3, 2), 1, { axes: [1, 2] }], [real(2, 3), 4]],
    {
      options: { axes: "the plane, [0, 1]" },
    },
  ),
  roll: differentiable(
    roll,
    [
      [real(2, 3), 2],
      [real(2, 3), -1, { axis: 1 }],
      [real(2, 3), [1, 4], { axis: [0, 1] }],
      [real(0, 2), 1, { axis: 0 }],
    ],
    {
      options: { axis: "one, several, or null for the flattened array" },
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1 });
        return [real(...shape), choose.int(-6, 6), { axis: choose.axis(shape.length) }];
      },
    },
  ),
};

export const joining = {
  concatenate: differentiable(
    concatenate,
    [
      [[real(2, 3), real(1, 3)]],
      [[real(2, 1), real(2, 3), real(2, 0)], { axis: -1 }],
      [[real(2, 3), real()], { axis: null }],
      [[real(2)]],
    ],
    {
      options: { axis: "one, the first by default; null flattens" },
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1 });
        const axis = choose.axis(shape.length);
        const parts = Array.from({ length: choose.int(1, 3) }, () =>
          real(...shape.with(axis, choose.int(0, 3))),
        );
        return [parts, { axis }];
      },
    },
  ),
  stack: differentiable(
    stack,
    [[[real(2), real(2)]], [[real(2, 3), real(2, 3)], { axis: -1 }], [[real(), real(), 2]]],
    {
      options: { axis: "of the result, the first by default" },
      vary: (choose) => {
        const shape = choose.shape({ maxRank: 3 });
        return [
          Array.from({ length: choose.int(1, 3) }, () => real(...shape)),
          { axis: choose.axis(shape.length + 1) },
        ];
      },
    },
  ),
  vstack: differentiable(vstack, [[[real(3), real(2, 3)]], [[real(), real()]]]),
  hstack: differentiable(hstack, [[[real(3), real(2)]], [[real(2, 3), real(2, 1)]]]),
  dstack: differentiable(dstack, [[[real(3), real(3)]], [[real(2, 3), real(2, 3)]]]),
  columnStack: differentiable(columnStack, [[[real(2), real(2, 3)]], [[real(2), real(2)]]]),
  append: differentiable(
    append,
    [
      [real(2, 3), real(2)],
      [real(2, 3), real(1, 3), { axis: 0 }],
    ],
    {
      options: { axis: "one; null, by default, flattens" },
    },
  ),
  tile: differentiable(
    tile,
    [
      [real(2, 3), 2],
      [real(3), [2, 2]],
      [real(2, 3), [2, 1]],
      [real(), [2]],
      [real(2), [0]],
    ],
    {
      vary: (choose) => [
        real(...choose.shape({ maxRank: 3 })),
        Array.from({ length: choose.int(1, 4) }, () => choose.int(0, 2)),
      ],
    },
  ),
  pad: differentiable(
    pad,
    [
      [real(2, 3), 1],
      [real(2, 3), [1, 2], { constantValues: 5 }],
      [real(3), [2, 2], { mode: "edge" }],
      [real(4), [3, 2], { mode: "reflect" }],
      [
        real(2, 3),
        [
          [1, 0],
          [0, 4],
        ],
        { mode: "symmetric" },
      ],
      [
        real(2, 3),
        [
          [0, 1],
          [2, 5],
        ],
        { mode: "wrap" },
      ],
    ],
    {
      options: {
        mode: '"constant" (default), "edge", "reflect", "symmetric", "wrap"',
        constantValues: "numbers, given as widths are",
      },
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1, minSize: 1, maxRank: 3 });
        const widths = shape.map((): [number, number] => [choose.int(0, 3), choose.int(0, 3)]);
        return [
          real(...shape),
          widths,
          { mode: choose.pick(["constant", "edge", "reflect", "symmetric", "wrap"]) },
        ];
      },
    },
  ),
};

export const splitting = {
  split: differentiable(
    split,
    [
      [real(4, 2), 2],
      [real(2, 5), [2, 3], { axis: 1 }],
      [real(6), 3],
    ],
    {
      options: { axis: "one, the first by default" },
    },
  ),
  arraySplit: differentiable(
    arraySplit,
    [
      [real(5, 2), 2],
      [real(2, 5), 3, { axis: -1 }],
    ],
    {
      options: { axis: "one, the first by default" },
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1 });
        return [real(...shape), choose.int(1, 3), { axis: choose.axis(shape.length) }];
      },
    },
  ),
  vsplit: differentiable(vsplit, [[real(4, 2), 2]]),
  hsplit: differentiable(hsplit, [
    [real(2, 4), 2],
    [real(4), [1]],
  ]),
  dsplit: differentiable(dsplit, [[real(1, 2, 4), 2]]),
  tril: differentiable(tril, [[real(3, 3)], [real(2, 3), 1], [real(2, 3, 2), -1], [real(2)]], {
    vary: (choose) => [real(...choose.shape({ minRank: 1 })), choose.int(-3, 3)],
  }),
  triu: differentiable(triu, [[real(3, 3)], [real(2, 3), 1], [real(2, 3, 2), -1], [real(2)]], {
    vary: (choose) => [real(...choose.shape({ minRank: 1 })), choose.int(-3, 3)],
  }),
};

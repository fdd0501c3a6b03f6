/** Samples of the ops that repeat, spread, differ and interpolate entries. */
import { array } from "../create/array.js";
import { blockDiag } from "./block-diag.js";
import { diag, diagflat, diagonal, makeDiagonal, trace } from "./diagonal.js";
import { diff, ediff1d } from "../sampled/diff.js";
import { gradient } from "../sampled/gradient.js";
import { broadcastArrays, meshgrid } from "./grid.js";
import { deleteAt, insert } from "./insert.js";
import { interp } from "../sampled/interp.js";
import { nanToNum } from "../elementwise/nan-to-num.js";
import { polyval, vander } from "../sampled/polynomial.js";
import { repeat } from "./repeat.js";
import { searchsorted } from "../sampled/search.js";
import { select } from "../elementwise/select.js";
import { sinc } from "../../primitives/elementwise/sinc.js";
import { trapezoid } from "../sampled/trapezoid.js";
import { between, fixed, lifted, mask, positive, real } from "../../testing/draw.js";
import { cumsum } from "../reduce/cumulative.js";
import type { Tensor } from "../../tensor.js";
import { differentiable, plain } from "../../testing/entry.js";
import { unary } from "../../testing/elementwise-like.js";

const OFFSET = {
  offset: "how far above the main diagonal; negative below",
  axis1: "first axis",
  axis2: "second axis",
};
/** Ascending coordinates: fixed ones, and ones that move. */
const KNOTS = array([0, 1, 2]);
const POINTS = lifted(positive(4), (x: Tensor) => cumsum(x));

export const diagonals = {
  diagonal: differentiable(
    diagonal,
    [
      [real(3, 3)],
      [real(2, 4), { offset: 1 }],
      [real(2, 3, 4), { axis1: -1, axis2: 0, offset: -1 }],
      [real(2, 2), { offset: 5 }],
    ],
    { options: OFFSET },
  ),
  trace: differentiable(
    trace,
    [[real(3, 3)], [real(3, 2), { offset: -1 }], [real(2, 3, 3), { axis1: 1, axis2: 2 }]],
    { options: OFFSET },
  ),
  makeDiagonal: differentiable(
    makeDiagonal,
    [[real(3)], [real(2, 3), { offset: -2 }], [real(2, 2), { axis1: 1, axis2: 2 }]],
    { options: OFFSET },
  ),
  diag: differentiable(diag, [[real(3)], [real(2), -1], [real(2, 3)], [real(3, 3), 1]]),
  diagflat: differentiable(diagflat, [[real(2, 2)], [real(2), 1], [real()]]),
  blockDiag: differentiable(blockDiag, [
    [[real(2, 2), real(1, 3)]],
    [[real(), real(2)]],
    [[real(0, 2), real(2, 1)]],
  ]),
};

export const spreading = {
  broadcastArrays: differentiable(broadcastArrays, [[[real(3, 1), real(2)]], [[real(), real(2, 2)]]]),
  meshgrid: differentiable(
    meshgrid,
    [[[real(3), real(2)]], [[real(3), real(2), real(2)], { indexing: "ij" }]],
    { options: { indexing: '"xy" (default) or "ij"' } },
  ),
  repeat: differentiable(
    repeat,
    [
      [real(2, 3), 2],
      [real(2, 3), [1, 0, 2], { axis: 1 }],
      [real(), 3],
    ],
    { options: { axis: "one; null, by default, flattens" } },
  ),
  insert: differentiable(
    insert,
    [
      [real(2, 3), 1, real()],
      [real(2, 3), [0, -1], real(2, 2), { axis: 1 }],
    ],
    { options: { axis: "one; null, by default, flattens" } },
  ),
  deleteAt: differentiable(
    deleteAt,
    [
      [real(2, 3), 1],
      [real(2, 3), [0, -1], { axis: 1 }],
    ],
    { options: { axis: "one; null, by default, flattens" } },
  ),
  select: differentiable(
    select,
    [[[fixed(real(2, 3)), mask(3)], [real(2, 3), real(3)], { default: real() }]],
    { options: { default: "what no condition chose, 0" } },
  ),
  nanToNum: unary(nanToNum, real, {
    options: {
      nan: "in place of NaN, 0",
      posinf: "in place of ∞, the largest number",
      neginf: "in place of −∞",
    },
    kinks: "0 where a number was put in",
  }),
};

export const sampled = {
  diff: differentiable(
    diff,
    [
      [real(4)],
      [real(2, 4), { n: 2 }],
      [real(3, 2), { axis: 0 }],
      [real(3), { prepend: real(), append: real(2) }],
    ],
    {
      options: {
        n: "order, 1",
        axis: "one, the last by default",
        prepend: "put before",
        append: "put behind",
      },
    },
  ),
  ediff1d: differentiable(ediff1d, [[real(2, 3)], [real(4), { toBegin: real(2), toEnd: real() }]], {
    options: { toBegin: "put before", toEnd: "put behind" },
  }),
  gradient: differentiable(
    gradient,
    [
      [real(4)],
      [real(3, 4), { axis: 1, spacing: 0.5, edgeOrder: 2 }],
      [real(3, 3)],
      [real(4), { spacing: POINTS, axis: 0 }],
    ],
    {
      options: {
        spacing: "distance or coordinates, for all axes or each; 1",
        axis: "one, several, or all",
        edgeOrder: "1 or 2",
      },
    },
  ),
  trapezoid: differentiable(
    trapezoid,
    [[real(4)], [real(3, 4), { axis: 0, dx: 0.5 }], [real(4), { x: POINTS }]],
    { options: { x: "coordinates", dx: "distance, 1", axis: "one, the last by default" } },
  ),
  interp: differentiable(
    interp,
    [
      [between(0.1, 0.9)(3), KNOTS, real(3)],
      [between(2.2, 2.8)(), KNOTS, real(3)],
      [between(2.2, 2.8)(2), KNOTS, real(3), { left: -1, right: real() }],
    ],
    {
      options: {
        left: "left of the first point",
        right: "right of the last",
        period: "the coordinates repeat",
      },
      kinks: "at a point the slope to its right",
    },
  ),
  searchsorted: plain(
    searchsorted,
    [
      [KNOTS, real(3)],
      [array([0, 1, 1, 2]), real(), { side: "right" }],
    ],
    { options: { side: '"left" (default) or "right" of equals' } },
  ),
};

export const polynomials = {
  polyval: differentiable(polyval, [
    [real(3), real(2, 2)],
    [real(1), real()],
  ]),
  vander: differentiable(vander, [[real(3)], [real(2), { n: 4, increasing: true }]], {
    options: { n: "columns", increasing: "powers grow from left to right" },
  }),
  sinc: unary(sinc, real),
};

/** Samples of the ops that reduce axes, or run along one. */
import { crossEntropy } from "../nn/cross-entropy.js";
import { cummax, cummin, cumsum, logcumsumexp } from "./cumulative.js";
import { max, min } from "./max-min.js";
import { logSoftmax, softmax } from "./softmax.js";
import { logsumexp } from "./logsumexp.js";
import { mean, std, variance } from "./mean.js";
import { cumprod, prod } from "./prod.js";
import type { ReduceOp } from "./reduction.js";
import { partition, sort } from "./sort.js";
import { sum } from "./sum.js";
import type { Tensor } from "../../tensor.js";
import { between, distinct, fixed, positions, real } from "../../testing/draw.js";
import type { DrawTensor } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import type { Notes, OpSpec } from "../../testing/entry.js";
import { AXES, KEEPDIMS } from "../../testing/options.js";

/** A reduction; `empty` says that nothing may be reduced. */
function reduction(f: ReduceOp, draw: DrawTensor, empty: boolean, notes: Notes<ReduceOp> = {}): OpSpec {
  return differentiable(
    f,
    [
      [draw(2, 3)],
      [draw(2, 3), { axis: 0 }],
      [draw(2, 3), { axis: -1, keepdims: true }],
      [draw(2, 3, 2), { axis: [2, 0] }],
      [draw(2, 3), { axis: [] }],
      [draw()],
      empty ? [draw(0, 2), { axis: 0 }] : [draw(0, 2), { axis: 1 }],
    ],
    {
      options: { axis: AXES, keepdims: KEEPDIMS },
      vary: (choose) => {
        const shape = choose.shape({ minSize: empty ? 0 : 1 });
        return [draw(...shape), { axis: choose.axes(shape.length), keepdims: choose.flag() }];
      },
      ...notes,
    },
  );
}

/** Between the largest and the smallest there must be room: a variance near 0 has no smooth root. */
function dispersed(f: typeof variance, kinks: string): OpSpec {
  return differentiable(
    f,
    [
      [distinct(2, 3)],
      [distinct(2, 3), { axis: 1, ddof: 1 }],
      [distinct(3, 2), { axis: [0], keepdims: true }],
      [distinct(4), { ddof: 2 }],
    ],
    {
      options: { axis: AXES, keepdims: KEEPDIMS, ddof: "subtracted from the count, 0" },
      kinks,
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1, minSize: 2 });
        return [
          distinct(...shape),
          { axis: choose.axis(shape.length), keepdims: choose.flag(), ddof: choose.int(0, 1) },
        ];
      },
    },
  );
}

export const reductions = {
  sum: reduction(sum, real, true),
  mean: reduction(mean, real, false),
  prod: reduction(prod, real, true, { kinks: "exact at zeros, to any order" }),
  max: reduction(max, distinct, false, { kinks: "split equally among ties; NaN: to the NaN entries" }),
  min: reduction(min, distinct, false, { kinks: "split equally among ties; NaN: to the NaN entries" }),
  variance: dispersed(variance, "n − ddof ≤ 0 gives NaN"),
  std: dispersed(std, "0 where all entries are equal"),
  logsumexp: differentiable(
    logsumexp,
    [
      [real(2, 3)],
      [real(2, 3), { axis: 1, keepdims: true }],
      [real(2, 3), { axis: [0], b: fixed(between(0.5, 2)(3)) }],
      [real(2, 3), { b: between(0.5, 2)(2, 3) }],
      [real()],
      [real(0, 2), { axis: 1 }],
    ],
    {
      options: { axis: AXES, keepdims: KEEPDIMS, b: "factors of the exponentials" },
      kinks: "0 where all entries are −∞",
      vary: (choose) => {
        const shape = choose.shape({ minSize: 1 });
        return [real(...shape), { axis: choose.axes(shape.length), keepdims: choose.flag() }];
      },
    },
  ),
  crossEntropy: differentiable(
    crossEntropy,
    [
      [real(3, 4), positions(4, 3)],
      [real(3, 4), fixed(between(0.1, 0.4)(3, 4)), { reduction: "sum" }],
      [real(2, 4, 3), positions(4, 2, 3), { reduction: "none", axis: 1 }],
      [real(4), 2],
    ],
    {
      options: { reduction: '"mean", "sum" or "none"', axis: "of the classes, the last by default" },
    },
  ),
};

/** A map along one axis. */
type Along = (x: Tensor, options?: { axis?: number }) => unknown;

function alongAxis(f: Along, draw: DrawTensor, axis: string, notes: Notes<Along> = {}): OpSpec {
  return differentiable(
    f,
    [
      [draw(2, 3)],
      [draw(2, 3), { axis: 0 }],
      [draw(2, 3, 2), { axis: -2 }],
      [draw(1)],
      [draw(0, 2), { axis: 1 }],
    ],
    {
      options: { axis },
      vary: (choose) => {
        const shape = choose.shape({ minRank: 1, minSize: 1 });
        return [draw(...shape), { axis: choose.axis(shape.length) }];
      },
      ...notes,
    },
  );
}

const FLAT = "one, or absent for the flattened array";
const LAST = "one, the last by default";

export const cumulative = {
  cumsum: alongAxis(cumsum, real, FLAT),
  cumprod: alongAxis(cumprod, real, FLAT, { kinks: "exact at zeros, to any order" }),
  cummax: alongAxis(cummax, distinct, FLAT, { kinks: "to the first of equal entries" }),
  cummin: alongAxis(cummin, distinct, FLAT, { kinks: "to the first of equal entries" }),
  logcumsumexp: alongAxis(logcumsumexp, real, FLAT, { kinks: "0 where all entries are −∞" }),
};

export const normalising = {
  softmax: alongAxis(softmax, real, LAST),
  logSoftmax: alongAxis(logSoftmax, real, LAST),
};

export const sorting = {
  sort: alongAxis(sort, distinct, `${LAST}; null flattens`, {
    kinks: "stable; each entry keeps its cotangent",
  }),
  partition: differentiable(
    partition,
    [
      [distinct(5), 2],
      [distinct(2, 3), -1],
      [distinct(3, 2), 0, { axis: 0 }],
      [distinct(2, 3), 4, { axis: null }],
    ],
    { options: { axis: `${LAST}; null flattens` }, kinks: "as sort" },
  ),
};

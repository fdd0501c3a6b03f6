/** Samples of the ops that are constant wherever they are smooth: comparisons, tests, rounding. */
import { floorDivide } from "../../primitives/elementwise/floor-divide.js";
import { sign } from "../../primitives/elementwise/absolute.js";
import {
  equal,
  greater,
  greaterEqual,
  less,
  lessEqual,
  notEqual,
} from "../../primitives/elementwise/comparison.js";
import {
  isfinite,
  isinf,
  isnan,
  logicalAnd,
  logicalNot,
  logicalOr,
} from "../../primitives/elementwise/mask.js";
import { argmax, argmin, argsort } from "../reduce/positions.js";
import { all, any, countNonzero } from "../reduce/quantifiers.js";
import { ceil, floor, trunc } from "../../primitives/elementwise/rounding.js";
import { round } from "./round.js";
import { between, distinct, mask, real } from "../../testing/draw.js";
import { plain } from "../../testing/entry.js";
import { plainBinary, plainUnary } from "../../testing/elementwise-like.js";
import { AXES, KEEPDIMS } from "../../testing/options.js";

export const comparisons = {
  equal: plainBinary(equal, real, real),
  notEqual: plainBinary(notEqual, real, real),
  greater: plainBinary(greater, real, real),
  greaterEqual: plainBinary(greaterEqual, real, real),
  less: plainBinary(less, real, real),
  lessEqual: plainBinary(lessEqual, real, real),
  logicalAnd: plain(logicalAnd, [
    [real(2, 3), mask(3)],
    [real(), real(2)],
    [real(0), mask(1)],
  ]),
  logicalOr: plain(logicalOr, [
    [real(2, 3), mask(3)],
    [real(), real(2)],
    [real(0), mask(1)],
  ]),
  logicalNot: plain(logicalNot, [[real(2, 3)], [real()], [mask(3)]]),
  isfinite: plainUnary(isfinite, real),
  isnan: plainUnary(isnan, real),
  isinf: plainUnary(isinf, real),
};

const quantified = [
  [real(2, 3)],
  [mask(2, 3), { axis: 1 }],
  [real(2, 3), { axis: [0, -1], keepdims: true }],
  [real(0, 2), { axis: 0 }],
  [real()],
] as const;

const position = { options: { axis: "one, or null for the flattened array", keepdims: KEEPDIMS } };

export const questions = {
  any: plain(any, quantified, { options: { axis: AXES, keepdims: KEEPDIMS } }),
  all: plain(all, quantified, { options: { axis: AXES, keepdims: KEEPDIMS } }),
  countNonzero: plain(countNonzero, quantified, { options: { axis: AXES, keepdims: KEEPDIMS } }),
  argmax: plain(
    argmax,
    [[distinct(2, 3)], [distinct(2, 3), { axis: -1, keepdims: true }], [distinct(2, 3), { axis: 0 }]],
    position,
  ),
  argmin: plain(
    argmin,
    [[distinct(2, 3)], [distinct(2, 3), { axis: -1, keepdims: true }], [distinct(2, 3), { axis: 0 }]],
    position,
  ),
  argsort: plain(argsort, [[distinct(2, 3)], [distinct(2, 3), { axis: 0 }], [distinct(0)]], {
    options: { axis: "the last by default" },
  }),
};

export const rounding = {
  sign: plainUnary(sign, real),
  floor: plainUnary(floor, real),
  ceil: plainUnary(ceil, real),
  trunc: plainUnary(trunc, real),
  floorDivide: plainBinary(floorDivide, real, between(0.6, 1.4)),
  round: plain(round, [[real(2, 3)], [real(2, 3), 1], [real(), -1], [real(0)]]),
};

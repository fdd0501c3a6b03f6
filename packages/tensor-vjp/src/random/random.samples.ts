/** Samples of the draws: plain functions of a key, differentiable in the parameters of their distributions. */
import { bernoulli, categorical, permutation, randint } from "./choose.js";
import { normal, uniform } from "./draw.js";
import { foldIn, key, split } from "./key.js";
import { between, real } from "../testing/draw.js";
import { differentiable, plain } from "../testing/entry.js";

const KEY = [1, 2] as const;

export const random = {
  key: plain(key, [[7]]),
  split: plain(split, [[KEY], [KEY, 3]]),
  foldIn: plain(foldIn, [[KEY, 5]]),
  uniform: differentiable(
    uniform,
    [
      [KEY, [2, 3], { low: real(3), high: between(3, 4)() }],
      [KEY, [], { low: real() }],
    ],
    {
      options: { low: "0", high: "1, itself not drawn" },
    },
  ),
  normal: differentiable(
    normal,
    [
      [KEY, [2, 3], { mean: real(2, 1), std: real() }],
      [KEY, [], { mean: real() }],
    ],
    {
      options: { mean: "0", std: "1" },
    },
  ),
  bernoulli: plain(bernoulli, [
    [KEY, between(0, 1)(2, 3)],
    [KEY, 0.3, [4]],
  ]),
  categorical: plain(
    categorical,
    [
      [KEY, real(2, 3)],
      [KEY, real(2, 3), { axis: 0 }],
    ],
    {
      options: { axis: "of the categories, the last by default" },
    },
  ),
  randint: plain(randint, [[KEY, [2, 3], 0, 10]]),
  permutation: differentiable(permutation, [[KEY, real(4, 2)]]),
};

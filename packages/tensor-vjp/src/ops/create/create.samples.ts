/** Samples of the ops that make arrays. */
import { array, toArray } from "./array.js";
import { eye, full, ones, onesLike, zeros, zerosLike } from "./create.js";
import { oneHot } from "./one-hot.js";
import { arange, linspace } from "./spaced.js";
import { real } from "../../testing/draw.js";
import { differentiable, plain } from "../../testing/entry.js";

export const constructors = {
  array: differentiable(array, [
    [[real(), 2, real()]],
    [
      [
        [real(), 1],
        [real(), real()],
      ],
    ],
    [[real(3), real(3)]],
  ]),
  full: differentiable(full, [
    [[2, 3], real()],
    [[2, 3], real(3)],
    [[], real()],
  ]),
  linspace: differentiable(linspace, [
    [real(), real(), 5],
    [real(), 2, 1],
  ]),
  zeros: plain(zeros, [[[2, 3]], [[]]]),
  ones: plain(ones, [[[2, 3]], [[]]]),
  eye: plain(eye, [[3], [2, { m: 3, k: 1 }]], { options: { m: "columns, n", k: "which diagonal, 0" } }),
  arange: plain(arange, [
    [1, 4],
    [1, 2, 0.25],
  ]),
  zerosLike: plain(zerosLike, [[real(2, 3)], [real()]]),
  onesLike: plain(onesLike, [[real(2, 3)], [real()]]),
  oneHot: plain(oneHot, [[[0, 2, 1], 3]]),
  toArray: plain(toArray, [[real(2, 3)], [real()]]),
};

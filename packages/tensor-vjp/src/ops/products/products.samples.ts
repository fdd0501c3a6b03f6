/** Samples of the ops that multiply and sum. */
import { einsum } from "./einsum.js";
import { matmul } from "./matmul.js";
import { dot, inner, outer, tensordot, vdot, vecdot } from "./vector-products.js";
import { real } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";

export const products = {
  matmul: differentiable(
    matmul,
    [
      [real(2, 3), real(3, 4)],
      [real(3), real(3)],
      [real(2, 3), real(3)],
      [real(3), real(2, 3, 2)],
      [real(2, 1, 2, 3), real(3, 3, 2)],
      [real(2, 0), real(0, 3)],
    ],
    {
      vary: (choose) => {
        const [m, k, n] = [choose.int(0, 4), choose.int(0, 4), choose.int(0, 4)];
        const [s, t] = choose.broadcasting(choose.shape({ maxRank: 2 }));
        const left = s.length === 0 && choose.flag() ? [k] : [...s, m, k];
        const right = t.length === 0 && choose.flag() ? [k] : [...t, k, n];
        return [real(...left), real(...right)];
      },
    },
  ),
  dot: differentiable(dot, [
    [real(3), real(3)],
    [real(2, 3), real(3, 2)],
    [real(), real(2)],
    [real(2, 3), real(2, 3, 2)],
    [real(0), real(0)],
  ]),
  inner: differentiable(inner, [
    [real(3), real(3)],
    [real(2, 3), real(4, 3)],
    [real(), real(2)],
  ]),
  outer: differentiable(outer, [
    [real(3), real(2)],
    [real(2, 2), real(3)],
    [real(), real(2)],
  ]),
  vecdot: differentiable(
    vecdot,
    [
      [real(2, 3), real(3)],
      [real(2, 3), real(2, 1), { axis: 0 }],
    ],
    {
      options: { axis: "the last by default" },
    },
  ),
  vdot: differentiable(vdot, [
    [real(3), real(3)],
    [real(2, 3), real(2, 3)],
  ]),
  tensordot: differentiable(
    tensordot,
    [
      [real(2, 3, 4), real(3, 4, 2)],
      [real(2, 3), real(2), { axes: 0 }],
      [real(2, 3), real(3, 2), { axes: 1 }],
      [
        real(2, 3, 4),
        real(4, 2),
        {
          axes: [
            [0, -1],
            [1, 0],
          ],
        },
      ],
    ],
    { options: { axes: "how many, or lists of axes of a and of b; 2" } },
  ),
  einsum: differentiable(einsum, [
    ["ij,jk->ik", real(2, 3), real(3, 2)],
    ["ii", real(3, 3)],
    ["ii->i", real(3, 3)],
    ["ij->", real(2, 3)],
    ["...ij->...ji", real(2, 3, 2)],
    ["i,ij,j", real(2), real(2, 3), real(3)],
    ["bi,bj->bij", real(2, 3), real(2, 2)],
    ["ij,ij->i", real(2, 1), real(2, 3)],
  ]),
};

/** Samples of the products that lay out blocks, components and shifted copies. */
import { convolve as convolveNd } from "../signal/convolve-nd.js";
import { convolve } from "../signal/convolve.js";
import { cross } from "./cross.js";
import { kron } from "./kron.js";
import { real } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";

const MODE = "full (default), same or valid";

export const moreProducts = {
  kron: differentiable(
    kron,
    [
      [real(2, 3), real(3, 2)],
      [real(2), real(3, 1, 2)],
      [real(), real(2, 2)],
      [real(2, 0), real(2)],
    ],
    {
      vary: (choose) => [
        real(...choose.shape({ maxRank: 3, maxSize: 3 })),
        real(...choose.shape({ maxRank: 3, maxSize: 3 })),
      ],
    },
  ),
  cross: differentiable(
    cross,
    [
      [real(3), real(3)],
      [real(2, 1, 3), real(4, 3)],
      [real(2), real(4, 2)],
      [real(2, 3), real(3, 2), { axisa: 0, axisb: 1, axisc: 0 }],
      [real(3, 2), real(2, 2), { axis: 0 }],
      [real(0, 3), real(3)],
    ],
    {
      options: {
        axis: "that of the components, in all three",
        axisa: "that of a",
        axisb: "that of b",
        axisc: "that of the result",
      },
      vary: (choose) => {
        const [s, t] = choose.broadcasting(choose.shape({ maxRank: 2 }));
        return [real(...s, choose.int(2, 3)), real(...t, choose.int(2, 3))];
      },
    },
  ),
  convolve: differentiable(
    convolve,
    [
      [real(7), real(3)],
      [real(2), real(5), { mode: "same" }],
      [real(6), real(4), { mode: "valid" }],
      [real(), real(3)],
    ],
    {
      options: { mode: MODE },
      vary: (choose) => [
        real(choose.int(1, 6)),
        real(choose.int(1, 6)),
        { mode: choose.pick(["full", "same", "valid"]) },
      ],
    },
  ),
};

export const signal = {
  convolve: differentiable(
    convolveNd,
    [
      [real(4, 3), real(2, 2)],
      [real(2, 3), real(3, 4), { mode: "valid" }],
      [real(3, 4), real(2, 2), { mode: "same" }],
      [
        real(2, 3, 5),
        real(3, 2),
        {
          axes: [[-1], [1]],
          dotAxes: [[1], [0]],
          mode: "same",
        },
      ],
      [real(2, 3), real(3, 2), { dotAxes: [[1], [0]], axes: [[], []] }],
      [real(2, 0, 4), real(0, 2), { dotAxes: [[1], [0]], axes: [[2], [1]] }],
    ],
    {
      options: {
        axes: "pairs of axes that are convolved, a list for each array; all but dotAxes",
        dotAxes: "pairs of axes summed over; none",
        mode: MODE,
      },
      vary: (choose) => {
        const rank = choose.int(1, 2);
        const shape = (): number[] => choose.shape({ minRank: rank, maxRank: rank, minSize: 1, maxSize: 3 });
        return [real(...shape()), real(...shape()), { mode: choose.pick(["full", "same"]) }];
      },
    },
  ),
};

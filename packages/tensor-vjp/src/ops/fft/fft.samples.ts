/** Samples of the Fourier transforms. */
import * as f from "./index.js";
import type { FftOptions } from "./index.js";
import type { ComplexLike } from "../../complex/complex.js";
import { real } from "../../testing/draw.js";
import { differentiable } from "../../testing/entry.js";
import type { OpSpec } from "../../testing/entry.js";
import type { Choices } from "../../testing/choices.js";
import { complex } from "../../complex/complex.samples.js";

const NORM = "which direction divides: backward (default, the inverse), ortho (both by the root), forward";
const OF_ONE = { n: "cut or padded to this length first", axis: "the last by default", norm: NORM };
const OF_SEVERAL = { s: "lengths, one for each axis", axes: "which, in order", norm: NORM };
const NORMS = ["backward", "ortho", "forward"] as const;

type AlongOne = (z: ComplexLike, options?: FftOptions) => unknown;

function alongOne(op: AlongOne): OpSpec {
  return differentiable(
    op,
    [
      [complex(7)],
      [complex(3, 4), { axis: 0, norm: "ortho" }],
      [complex(2, 3), { n: 5, norm: "forward" }],
      [complex(5), { n: 2 }],
      [real(2, 4)],
    ],
    {
      options: OF_ONE,
      vary: (choose) => {
        const { shape, options } = vary(choose);
        return [complex(...shape), options];
      },
    },
  );
}

/** A shape, with entries, and options that fit. */
function vary(choose: Choices): { shape: number[]; options: FftOptions } {
  const shape = choose.shape({ minRank: 1, maxRank: 3, minSize: 2, maxSize: 5 });
  const n = choose.pick([null, choose.int(1, 7)]);
  return { shape, options: { n, axis: choose.axis(shape.length), norm: choose.pick(NORMS) } };
}

function alongTwo(op: typeof f.fft2): OpSpec {
  return differentiable(op, [[complex(3, 4)], [complex(2, 3, 2), { axes: [0, 1], s: [3, 2] }]], {
    options: OF_SEVERAL,
  });
}

function alongSeveral(op: typeof f.fftn): OpSpec {
  return differentiable(
    op,
    [
      [complex(2, 3, 2)],
      [complex(2, 3, 2), { axes: [2, 0], norm: "ortho" }],
      [complex(2, 3), { s: [4] }],
      [real(2, 3), { norm: "forward" }],
    ],
    { options: OF_SEVERAL },
  );
}

export const fourier = {
  fft: alongOne(f.fft),
  ifft: alongOne(f.ifft),
  fft2: alongTwo(f.fft2),
  ifft2: alongTwo(f.ifft2),
  fftn: alongSeveral(f.fftn),
  ifftn: alongSeveral(f.ifftn),
  rfft: differentiable(
    f.rfft,
    [
      [real(8)],
      [real(7)],
      [real(3, 4), { axis: 0, norm: "ortho" }],
      [real(2, 3), { n: 6, norm: "forward" }],
      [real(1)],
    ],
    {
      options: OF_ONE,
      vary: (choose) => {
        const { shape, options } = vary(choose);
        return [real(...shape), options];
      },
    },
  ),
  irfft: differentiable(
    f.irfft,
    [
      [complex(5)],
      [complex(4), { n: 7 }],
      [complex(3, 2), { axis: 0, norm: "ortho" }],
      [complex(2, 3), { n: 8, norm: "forward" }],
      [real(3)],
    ],
    {
      options: OF_ONE,
      vary: (choose) => {
        const { shape, options } = vary(choose);
        return [complex(...shape), options];
      },
    },
  ),
  rfft2: differentiable(f.rfft2, [[real(3, 4)], [real(2, 3, 2), { axes: [0, 1], s: [3, 5] }]], {
    options: OF_SEVERAL,
  }),
  irfft2: differentiable(f.irfft2, [[complex(3, 3)], [complex(2, 3, 2), { axes: [0, 1], s: [3, 5] }]], {
    options: OF_SEVERAL,
  }),
  rfftn: differentiable(f.rfftn, [[real(2, 3, 4)], [real(2, 3), { axes: [1, 0], norm: "ortho" }]], {
    options: OF_SEVERAL,
  }),
  irfftn: differentiable(f.irfftn, [[complex(2, 2, 3)], [complex(2, 3), { axes: [1, 0], norm: "ortho" }]], {
    options: OF_SEVERAL,
  }),
  fftshift: differentiable(f.fftshift, [[real(5)], [complex(4, 3), { axes: 0 }], [real(2, 3)]], {
    options: { axes: "all by default" },
  }),
  ifftshift: differentiable(f.ifftshift, [[real(5)], [complex(4, 3), { axes: 0 }], [real(2, 3)]], {
    options: { axes: "all by default" },
  }),
  fftfreq: differentiable(f.fftfreq, [
    [5, real()],
    [4, real()],
  ]),
  rfftfreq: differentiable(f.rfftfreq, [
    [5, real()],
    [4, real()],
  ]),
};

/** Samples of the ops on complex arrays. */
import * as c from "./index.js";
import { boxSelection, read } from "../primitives/index/selection.js";
import { reshape } from "../ops/shape/reshape.js";
import { shapeOf } from "../tensor.js";
import { entries, lifted, mask, positive, real } from "../testing/draw.js";
import type { Draw, DrawTensor } from "../testing/draw.js";
import { withErrorName } from "../errors.js";
import { differentiable } from "../testing/entry.js";
import type { Notes, OpSpec } from "../testing/entry.js";
import { AXES, KEEPDIMS } from "../testing/options.js";

/** A complex array whose parts are drawn by `draw`: the two halves of one tensor. */
export function complexOf(draw: DrawTensor): DrawTensor {
  return (...shape): Draw =>
    lifted(draw(2, ...shape), (both) => {
      const part = (i: number): ReturnType<typeof read> => {
        const [, ...rest] = withErrorName("samples", () => shapeOf(both));
        return reshape(read(both, boxSelection([1, ...rest], [i, ...rest.map(() => 0)])), rest);
      };
      return new c.Complex(part(0), part(1));
    });
}

/** Parts of ±[0.3, 2]: away from the axes, and so from cuts, poles and zeros of what is sampled here. */
export const complex = complexOf(real);
/** Near ±2i or ±4, on either side of 0. */
const apart = complexOf(entries((random) => (random() < 0.5 ? -1 : 1) * (1.8 + 0.3 * random())));

type Unary = (z: c.ComplexLike) => unknown;
type Binary = (z: c.ComplexLike, w: c.ComplexLike) => unknown;

function unary(f: Unary, notes: Notes<Unary> = {}): OpSpec {
  return differentiable(f, [[complex(2, 3)], [complex()], [complex(2, 0)], [real(2)]], {
    vary: (choose) => [complex(...choose.shape({ maxRank: 3 }))],
    ...notes,
  });
}

function binary(f: Binary, notes: Notes<Binary> = {}): OpSpec {
  return differentiable(
    f,
    [
      [complex(2, 3), complex(2, 3)],
      [complex(2, 1), complex(3)],
      [complex(), complex(2)],
      [complex(2), real(2)],
      [real(), complex(2)],
      [complex(0, 2), complex(1)],
    ],
    {
      vary: (choose) => {
        const [s, t] = choose.broadcasting(choose.shape({ maxRank: 3 }));
        return [complex(...s), complex(...t)];
      },
      ...notes,
    },
  );
}

export const complexParts = {
  complex: differentiable(c.complex, [
    [real(2), real(2)],
    [real(2, 1), real()],
  ]),
  toComplex: unary(c.toComplex),
  real: unary(c.real),
  imag: differentiable(c.imag, [[complex(2, 3)], [complex()]]),
  conj: unary(c.conj),
  abs: unary(c.abs, { kinks: "0 at 0" }),
  angle: differentiable(c.angle, [[complex(2, 3)], [complex()]], { kinks: "0 at 0" }),
  fromPolar: differentiable(c.fromPolar, [
    [positive(2), real(2)],
    [positive(), real(3)],
  ]),
};

export const complexArithmetic = {
  add: binary(c.add),
  sub: binary(c.sub),
  mul: binary(c.mul),
  div: binary(c.div),
  neg: unary(c.neg),
  square: unary(c.square),
  reciprocal: unary(c.reciprocal),
};

export const complexFunctions = {
  exp: unary(c.exp),
  log: differentiable(c.log, [[complex(2, 3)], [complex()], [positive(2)]]),
  sqrt: differentiable(c.sqrt, [[complex(2, 3)], [complex()], [positive(2)]]),
  pow: differentiable(
    c.pow,
    [
      [complex(2), complex(2)],
      [complex(2, 2), 3],
      [complex(2), -2],
      [complex(), 0.5],
      [positive(2), complex()],
    ],
    { kinks: "z^0 at 0: 0 in z; z = 0: 0 in w" },
  ),
  sin: unary(c.sin),
  cos: unary(c.cos),
  tan: differentiable(c.tan, [[apart(2, 2)], [complex()]]),
  sinh: unary(c.sinh),
  cosh: unary(c.cosh),
  tanh: differentiable(c.tanh, [[apart(2, 2)], [complex()]]),
};

export const complexLinear = {
  sum: differentiable(
    c.sum,
    [[complex(2, 3)], [complex(2, 3), { axis: 0, keepdims: true }], [complex(2, 3), { axis: [0, 1] }]],
    { options: { axis: AXES, keepdims: KEEPDIMS } },
  ),
  mean: differentiable(c.mean, [[complex(2, 3)], [complex(2, 3), { axis: -1 }]], {
    options: { axis: AXES, keepdims: KEEPDIMS },
  }),
  reshape: differentiable(c.reshape, [[complex(2, 3), [3, -1]]]),
  ravel: differentiable(c.ravel, [[complex(2, 3)]]),
  transpose: differentiable(c.transpose, [[complex(2, 3)], [complex(2, 3, 2), [1, 0, 2]]]),
  swapaxes: differentiable(c.swapaxes, [[complex(2, 3, 2), 0, -1]]),
  moveaxis: differentiable(c.moveaxis, [[complex(2, 3, 2), 0, -1]]),
  expandDims: differentiable(c.expandDims, [[complex(2), 0]]),
  squeeze: differentiable(c.squeeze, [[complex(2, 1)]]),
  broadcastTo: differentiable(c.broadcastTo, [[complex(2, 1), [2, 2, 3]]]),
  trace: differentiable(c.trace, [[complex(3, 3)]]),
  at: differentiable(c.at, [
    [complex(2, 3), 1],
    [complex(2, 3), [0, -1]],
  ]),
  concatenate: differentiable(c.concatenate, [
    [[complex(2), real(3)]],
    [[complex(2, 1), complex(2, 2)], { axis: 1 }],
  ]),
  stack: differentiable(c.stack, [[[complex(2), complex(2)]], [[complex(2), complex(2)], { axis: 1 }]]),
  where: differentiable(c.where, [
    [mask(2, 3), complex(2, 3), complex(3)],
    [mask(2), real(2), complex()],
  ]),
};

export const complexProducts = {
  matmul: differentiable(c.matmul, [
    [complex(2, 3), complex(3, 2)],
    [complex(3), real(3, 2)],
    [real(2, 3), complex(3)],
  ]),
  dot: differentiable(c.dot, [
    [complex(3), complex(3)],
    [complex(2, 3), complex(3, 2)],
  ]),
  inner: differentiable(c.inner, [[complex(2, 3), complex(2, 3)]]),
  outer: differentiable(c.outer, [[complex(2), complex(3)]]),
  vdot: differentiable(c.vdot, [
    [complex(2, 2), complex(2, 2)],
    [complex(3), real(3)],
  ]),
};

/** Entries moved along axes, around the end. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { kernels, stridedView } from "@ndgrad/kernels";
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { sameKind } from "../../as-array.js";
import { read } from "../../primitives/index/selection.js";
import type { Selection } from "../../primitives/index/selection.js";
import { reshape } from "./reshape.js";

export interface RollOptions {
  readonly axis?: number | readonly number[] | null | undefined;
}

/**
 * `x` with its entries moved by `shift` places along `axis`; what leaves at the end comes back at the front. Several
 * axes take several shifts, or the same one. Without `axis`, along the flattened array. Linear.
 * Throws AxisError for an axis out of range, ValueError where shifts are no whole numbers or do not match the axes.
 */
export const roll: SameKindOp<[shift: number | readonly number[], options?: RollOptions]> = method(
  "roll",
  { axis: null },
  (x, shift, { axis }) => {
    const shape = shapeOf(x);
    const given = typeof shift === "number" ? [shift] : shift;
    if (axis === null) {
      const whole = given.reduce((a, b) => a + b, 0);
      return sameKind(x, reshape(rolled(reshape(x, -1), [whole]), shape));
    }
    const axes = (typeof axis === "number" ? [axis] : axis).map((a) => normalizeAxis(a, shape.length));
    if (given.length !== axes.length && given.length !== 1 && axes.length !== 1)
      throw new ValueError(
        `expected one shift or one for each axis, got ${bracket(given)} for axes ${bracket(axes)}. Give them in pairs.`,
      );
    const shifts = shape.map(() => 0);
    for (let i = 0; i < Math.max(given.length, axes.length); i++)
      shifts[axes[i] ?? axes[0]!]! += given[i] ?? given[0]!;
    return sameKind(x, rolled(x, shifts));
  },
);

function rolled(x: Tensor, shifts: readonly number[]): Tensor {
  if (shifts.every(Number.isInteger)) return read(x, rollSelection(shapeOf(x), shifts));
  throw new ValueError(`expected whole numbers as shifts, got ${bracket(shifts)}. Round them first.`);
}

/** A box of entries: where it starts along each axis, and how long it is. */
interface Box {
  readonly start: readonly number[];
  readonly shape: readonly number[];
}

/** Each axis that moves cuts the array in two; the boxes that result move as wholes. */
function rollSelection(shape: Shape, shifts: readonly number[]): Selection {
  let moves: readonly (readonly [to: Box, from: Box])[] = [[WHOLE, WHOLE]];
  shape.forEach((n, a) => {
    const k = n === 0 ? 0 : ((shifts[a]! % n) + n) % n;
    const pieces =
      k === 0
        ? [[0, 0, n] as const]
        : ([
            [0, n - k, k],
            [k, 0, n - k],
          ] as const);
    moves = moves.flatMap(([to, from]) =>
      pieces.map(([t, f, size]) => [along(to, t, size), along(from, f, size)] as const),
    );
  });
  return {
    shape,
    read: (out, x) => moves.forEach(([to, from]) => kernels().copy(view(out, to), view(x, from))),
    add: (out, g) =>
      moves.forEach(([to, from]) => kernels().add(view(out, from), view(out, from), view(g, to))),
    inEach: (size) => rollSelection([size, ...shape], [0, ...shifts]),
  };
}

const WHOLE: Box = { start: [], shape: [] };

function along({ start, shape }: Box, begin: number, size: number): Box {
  return { start: [...start, begin], shape: [...shape, size] };
}

function view(x: Nd, { start, shape }: Box): Nd {
  return stridedView(
    x,
    shape,
    x.stride,
    start.reduce((sum, i, a) => sum + i * x.stride[a]!, x.offset),
  );
}

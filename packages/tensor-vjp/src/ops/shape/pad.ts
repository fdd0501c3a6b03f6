/** Entries added around an array. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { assemble } from "../../primitives/index/assemble.js";
import type { Part } from "../../primitives/index/assemble.js";
import { sameKind } from "../../as-array.js";
import { rowsSelection } from "../../primitives/index/gather.js";
import { boxSelection, read } from "../../primitives/index/selection.js";
import { reshape } from "./reshape.js";

/** One width for all sides; or [before, after] for all axes; or such a pair for each axis. */
export type PadWidth =
  number | readonly [before: number, after: number] | readonly (readonly [number, number])[];

export interface PadOptions {
  /** The border: a constant; the edge repeated; the array mirrored without (reflect) or with (symmetric) its edge, or wrapped. */
  readonly mode?: "constant" | "edge" | "reflect" | "symmetric" | "wrap" | undefined;
  /** The values for mode `constant`, in the same form as the widths; 0 by default. Plain numbers. */
  readonly constantValues?: PadWidth | undefined;
}

/**
 * `x` with entries added before and after along each axis. Shapes: n → before + n + after. Linear: with a constant, the
 * cotangent of `x` is its part of `g`; in the other modes, entries collect the cotangents of their copies.
 * Throws ValueError for negative widths, or for an empty axis in a mode other than `constant`; ShapeError for a number of
 * widths other than that of the axes.
 */
export const pad: SameKindOp<[width: PadWidth, options?: PadOptions]> = method(
  "pad",
  { mode: "constant", constantValues: 0 },
  (x, width, { mode, constantValues }) => {
    const shape = shapeOf(x);
    const widths = pairs(width, shape);
    if (!widths.flat().every((n) => Number.isInteger(n) && n >= 0))
      throw new ValueError(
        `expected widths of 0 or more, got ${widths.map(bracket).join(" ")}. Use at(x, slice(…)) to cut.`,
      );
    if (mode === "constant") return sameKind(x, padConstant(x, widths, pairs(constantValues, shape)));
    const source = sources[mode];
    const bordered = widths.reduce<Tensor>((y, [before, after], a) => {
      const n = shape[a]!;
      if (before + after === 0) return y;
      if (n === 0)
        throw new ValueError(
          `expected an axis with entries for mode ${mode}, got axis ${a} of ${bracket(shape)}. Use mode "constant".`,
        );
      const from = Int32Array.from({ length: before + n + after }, (_, i) => source(i - before, n));
      return read(y, rowsSelection(shapeOf(y), a, from));
    }, x);
    // Widths of 0 leave `x` itself, and a result must be a fresh array.
    return sameKind(x, bordered === x ? reshape(x, shape) : bordered);
  },
);

/** The position in 0..n−1 whose value goes to position i, inside or outside. */
const sources = {
  edge: (i: number, n: number) => Math.min(Math.max(i, 0), n - 1),
  wrap: modulo,
  symmetric: (i: number, n: number) => Math.min(modulo(i, 2 * n), 2 * n - 1 - modulo(i, 2 * n)),
  reflect: (i: number, n: number) => Math.min(modulo(i, period(n)), period(n) - modulo(i, period(n))),
} as const;

function period(n: number): number {
  return n === 1 ? 1 : 2 * (n - 1);
}

function modulo(i: number, n: number): number {
  return ((i % n) + n) % n;
}

type Pairs = readonly (readonly [before: number, after: number])[];

function pairs(given: PadWidth, shape: Shape): Pairs {
  if (typeof given === "number") return shape.map(() => [given, given]);
  const list = isPair(given) ? [given] : given;
  const odd = list.find((pair) => !Array.isArray(pair) || pair.length !== 2);
  if (odd !== undefined)
    throw new ShapeError(`expected pairs, got ${bracket([odd].flat())}. Write [[before, after], …].`);
  if (list.length === shape.length) return list;
  if (list.length === 1) return shape.map(() => list[0]!);
  throw new ShapeError(
    `expected one pair or one for each axis, got ${list.length} pairs for ${bracket(shape)}. Write [[before, after], …].`,
  );
}

function isPair(given: Exclude<PadWidth, number>): given is readonly [number, number] {
  return typeof given[0] === "number";
}

/** NumPy pads axis by axis, so corners get the value of the last axis: each border spans the padded size of earlier axes. */
function padConstant(x: Tensor, widths: Pairs, values: Pairs): Tensor {
  const shape = shapeOf(x);
  const padded = shape.map((n, a) => widths[a]![0] + n + widths[a]![1]);
  const start = widths.map(([before]) => before);
  const borders = widths.flatMap(([before, after], a): Part[] => {
    const slab = (from: number, size: number): Part["selection"] =>
      boxSelection(
        padded.map((n, b) => (b < a ? n : b === a ? size : shape[b]!)),
        padded.map((_, b) => (b < a ? 0 : b === a ? from : start[b]!)),
      );
    return [
      { selection: slab(0, before), x: values[a]![0] },
      { selection: slab(before + shape[a]!, after), x: values[a]![1] },
    ];
  });
  const filled = borders.filter(({ x: value }) => value !== 0);
  return assemble(padded, [...filled, { selection: boxSelection(shape, start), x }]);
}

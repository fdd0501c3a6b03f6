/** An array cut into parts along an axis. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { boxSelection, read } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";

export interface SplitOptions {
  readonly axis?: number | undefined;
}

/** How many parts, or where to cut: the position at which each part but the first begins. */
export type Cuts = number | readonly number[];

/**
 * `x` cut along `axis`, the first by default, into equal parts, or at positions: [2, 5] gives 0..2, 2..5, 5..n (negative
 * positions count from the end, positions past the end give empty parts). Linear; a part's cotangent costs only its size.
 * Throws ValueError where the axis does not divide into that many parts (`arraySplit` allows it), AxisError.
 */
export const split: (x: Tensor, parts: Cuts, options?: SplitOptions) => Nd[] = method(
  "split",
  { axis: 0 },
  (x, parts, { axis }) => {
    const n = lengthOf(x, axis);
    if (typeof parts === "number" && Number.isInteger(n / parts)) return cut(x, axis, evenly(parts, n));
    if (typeof parts !== "number") return cut(x, axis, bounds(parts, n));
    throw new ValueError(
      `expected a number of parts that divides ${n}, got ${parts} for axis ${axis} of ${bracket(shapeOf(x))}. ` +
        `Use arraySplit for parts of unequal length.`,
    );
  },
);

/** Like `split`, but where the axis does not divide, the first parts are one longer. Throws ValueError for fewer than 1 part. */
export const arraySplit: (x: Tensor, parts: Cuts, options?: SplitOptions) => Nd[] = method(
  "arraySplit",
  { axis: 0 },
  (x, parts, { axis }) => {
    const n = lengthOf(x, axis);
    return cut(x, axis, typeof parts === "number" ? evenly(parts, n) : bounds(parts, n));
  },
);

/** `split` along the first axis, of arrays of rank 2 or more. Throws ValueError for a vector. */
export const vsplit: (x: Tensor, parts: Cuts) => Nd[] = method("vsplit", (x, parts) =>
  split(ofRank(x, 2), parts, { axis: 0 }),
);

/** `split` along the second axis, or the only axis of a vector. Throws ValueError for a number. */
export const hsplit: (x: Tensor, parts: Cuts) => Nd[] = method("hsplit", (x, parts) =>
  split(ofRank(x, 1), parts, { axis: shapeOf(x).length === 1 ? 0 : 1 }),
);

/** `split` along the third axis. Throws ValueError where there is none. */
export const dsplit: (x: Tensor, parts: Cuts) => Nd[] = method("dsplit", (x, parts) =>
  split(ofRank(x, 3), parts, { axis: 2 }),
);

function lengthOf(x: Tensor, axis: number): number {
  const shape = shapeOf(x);
  return shape[normalizeAxis(axis, shape.length)]!;
}

function ofRank(x: Tensor, rank: number): Tensor {
  const shape = shapeOf(x);
  if (shape.length >= rank) return x;
  throw new ValueError(
    `expected an array of rank ${rank} or more, got ${bracket(shape)}. Use split with an axis.`,
  );
}

/** Where parts begin and end. */
type Bounds = readonly (readonly [start: number, stop: number])[];

function evenly(parts: number, n: number): Bounds {
  if (!(Number.isInteger(parts) && parts > 0))
    throw new ValueError(
      `expected 1 or more parts, got ${parts}. Give a whole number, or positions to cut at.`,
    );
  const size = Math.floor(n / parts);
  const longer = n % parts;
  const start = (i: number): number => i * size + Math.min(i, longer);
  return Array.from({ length: parts }, (_, i) => [start(i), start(i + 1)] as const);
}

/** Slices between consecutive positions: clamped, and empty where they would run backwards. */
function bounds(positions: readonly number[], n: number): Bounds {
  const clamp = (i: number): number => Math.min(Math.max(i < 0 ? i + n : i, 0), n);
  const starts = [0, ...positions.map(clamp)];
  return starts.map((start, i) => [start, Math.max(start, starts[i + 1] ?? n)] as const);
}

function cut(x: Tensor, axis: number, parts: Bounds): Nd[] {
  const shape = shapeOf(x);
  const a = normalizeAxis(axis, shape.length);
  return parts.map(([start, stop]) => {
    const begin = shape.map((_, b) => (b === a ? start : 0));
    return asArray(read(x, boxSelection(shape.with(a, stop - start), begin)));
  });
}

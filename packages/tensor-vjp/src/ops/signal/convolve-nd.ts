/** Convolution along any axes, with sums of products along others. */
import { ShapeError, ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { otherAxes } from "../../views.js";
import { correlate, swapBeforeLast, reverseLast } from "../../primitives/signal/correlate.js";
import { pad } from "../shape/pad.js";
import { permute } from "../../primitives/shape/permute.js";
import { reshape } from "../shape/reshape.js";

/**
 * `full`: all n + m − 1 sums; `same`: n of them, from position ⌊(m − 1)/2⌋ on; `valid`: the |n − m| + 1 sums in which the
 * arrays overlap completely.
 */
export type ConvolveMode = "full" | "same" | "valid";

export interface ConvolveOptions {
  /** Pairs of axes to convolve, as a list for `a` and one for `b`; by default all that are not in `dotAxes`. */
  readonly axes?: AxisPairs | undefined;
  /** Pairs of axes of equal size along which to sum the products; none by default. */
  readonly dotAxes?: AxisPairs | undefined;
  readonly mode?: ConvolveMode | undefined;
}

type AxisPairs = readonly [ofA: readonly number[], ofB: readonly number[]];

/**
 * Convolution of `a` and `b`: Σⱼ a[i − j]·b[j] along paired axes. Shapes: the other axes of `a`, the other axes of `b`,
 * then the convolved ones. Mode `full` by default; `same` keeps the sizes of `a`. Bilinear; time n·m.
 * Throws ShapeError where axes do not pair up or summed sizes differ; ValueError for an empty axis, an axis named twice, or
 * in mode `valid` when neither array is the longer one along all axes; AxisError.
 */
export const convolve: (a: Tensor, b: Tensor, options?: ConvolveOptions) => Tensor = method(
  "convolve",
  { axes: undefined, dotAxes: [[], []], mode: "full" },
  (a, b, { axes, dotAxes, mode }) => {
    checkMode(mode);
    const [dotA, dotB] = [normalizeEach(a, dotAxes[0]), normalizeEach(b, dotAxes[1])];
    const [asked, askedB] = axes ?? [otherAxes(shapeOf(a).length, dotA), otherAxes(shapeOf(b).length, dotB)];
    const [x, w] = [
      asOperand(a, dotA, normalizeEach(a, asked)),
      asOperand(b, dotB, normalizeEach(b, askedB)),
    ];
    checkPairs(shapeOf(a), shapeOf(b), x, w);
    const ans =
      mode === "valid" && isLonger(w, x)
        ? swapBeforeLast(correlateInMode(w, x, mode), Math.max(w.lengths.length, 1))
        : correlateInMode(x, w, mode);
    const along = x.lengths.length === 0 ? [] : shapeOf(ans).slice(2);
    return reshape(ans, [...x.kept, ...w.kept, ...along]);
  },
);

/** Throws ValueError: plain JavaScript may pass anything. */
export function checkMode(mode: string): void {
  if (["full", "same", "valid"].includes(mode)) return;
  throw new ValueError(`expected mode full, same or valid, got ${mode}. Choose one of them.`);
}

/** An operand with axes [kept, summed, convolved]. */
interface Operand {
  readonly x: Tensor;
  readonly kept: Shape;
  readonly summed: Shape;
  readonly lengths: Shape;
}

function asOperand(x: Tensor, dot: readonly number[], along: readonly number[]): Operand {
  const shape = shapeOf(x);
  const kept = otherAxes(shape.length, [...dot, ...along]);
  const sizes = (axes: readonly number[]): Shape => axes.map((a) => shape[a]!);
  const [k, d, n] = [sizes(kept), sizes(dot), sizes(along)];
  if (new Set([...dot, ...along]).size < dot.length + along.length)
    throw new ValueError(
      `expected each axis once, got ${bracket([...along, ...dot])}. Name an axis in one place only.`,
    );
  const ordered = permute(x, [...kept, ...dot, ...along]);
  // Without an axis to convolve, use one of size 1.
  const long = n.length === 0 ? [1] : n;
  return { x: reshape(ordered, [sizeOf(k), sizeOf(d), ...long]), kept: k, summed: d, lengths: n };
}

/** [kept of a, kept of b, …] */
function correlateInMode(a: Operand, b: Operand, mode: ConvolveMode): Tensor {
  const margins = b.lengths.map((m): [number, number] =>
    mode === "full" ? [m - 1, m - 1] : mode === "same" ? [m - 1 - half(m), half(m)] : [0, 0],
  );
  const isPadded = margins.flat().some((n) => n > 0);
  const x = isPadded ? pad(a.x, [[0, 0], [0, 0], ...margins]) : a.x;
  const axes = shapeOf(x).length - 2;
  return correlate(x, reverseLast(b.x, axes), axes);
}

/** Where `same` begins in `full`. */
function half(m: number): number {
  return Math.floor((m - 1) / 2);
}

/** In mode `valid` the shorter array slides along the longer. */
function isLonger(w: Operand, x: Operand): boolean {
  const [n, m] = [x.lengths, w.lengths];
  if (m.every((size, i) => size <= n[i]!)) return false;
  if (n.every((size, i) => size <= m[i]!)) return true;
  throw new ValueError(
    `expected one array to be longer along all axes, got ${bracket(n)} and ${bracket(m)}. Use mode full or same.`,
  );
}

function normalizeEach(x: Tensor, axes: readonly number[]): number[] {
  const rank = shapeOf(x).length;
  return axes.map((a) => normalizeAxis(a, rank));
}

function checkPairs(s: Shape, t: Shape, a: Operand, b: Operand): void {
  const got = `got ${bracket(s)} and ${bracket(t)}`;
  const [n, m] = [a.lengths, b.lengths];
  if (n.length !== m.length || a.summed.length !== b.summed.length)
    throw new ShapeError(
      `expected axes in pairs, ${got}, ${n.length} and ${m.length} of them convolved, ` +
        `${a.summed.length} and ${b.summed.length} summed over. Name as many axes of one as of the other: axes: [[…], […]].`,
    );
  if (a.summed.some((size, i) => size !== b.summed[i]))
    throw new ShapeError(
      `expected equal sizes along summed axes, ${got}: ${bracket(a.summed)} and ${bracket(b.summed)}. Name other dotAxes.`,
    );
  if ([...n, ...m].includes(0))
    throw new ValueError(`expected entries along the convolved axes, ${got}. Omit empty arrays.`);
}

/** The options of Fourier transforms, checked: lengths, axes, and how the result is scaled. */
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxes, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { pad } from "../shape/pad.js";
import { boxSelection, read } from "../../primitives/index/selection.js";

/** Which direction divides by the number of entries: `backward` (default) the inverse; `ortho` both, by its square root. */
export type Norm = "backward" | "ortho" | "forward";

/** For transforms along one axis, the last by default; `n` is the length to which the input is cut or padded with zeros. */
export interface FftOptions {
  readonly n?: number | null | undefined;
  readonly axis?: number | undefined;
  readonly norm?: Norm | null | undefined;
}

/** For transforms along several axes; `s` has a length for each. */
export interface FftnOptions {
  readonly s?: readonly number[] | null | undefined;
  readonly axes?: readonly number[] | null | undefined;
  readonly norm?: Norm | null | undefined;
}

/** The options of transforms along several axes, all axes by default. */
export const SEVERAL = { s: undefined, axes: undefined, norm: undefined };

/** Those of transforms along one axis. */
export const ONE = { n: undefined, axis: -1, norm: undefined };

/** Along the last two axes, where none are given. */
export function alongTwo(options: FftnOptions): FftnOptions {
  return { ...options, axes: options.axes === undefined ? [-2, -1] : options.axes };
}

/** The options of a transform along one axis, as those of one along several. */
export function alongOne({ n, axis = -1, norm }: FftOptions): FftnOptions {
  return { s: n === undefined || n === null ? null : [n], axes: [axis], norm };
}

/** Axes counted from the front, in the order given, and their lengths in the transform. */
export interface Grid {
  readonly axes: readonly number[];
  readonly lengths: readonly number[];
}

export function gridOf(shape: Shape, { s, axes }: FftnOptions): Grid {
  const rank = shape.length;
  const named = axes ?? Array.from({ length: s?.length ?? rank }, (_, i) => i - (s?.length ?? rank));
  normalizeAxes(named, rank);
  const counted = named.map((a) => normalizeAxis(a, rank));
  const lengths = s ?? counted.map((a) => shape[a]!);
  if (lengths.length !== counted.length)
    throw new ValueError(
      `expected a length for each axis, got ${bracket(lengths)} for axes ${bracket(named)}. Give s and axes in pairs.`,
    );
  for (const n of lengths) checkLength(n, shape);
  return { axes: counted, lengths };
}

export function checkLength(n: number, shape: Shape): void {
  if (Number.isInteger(n) && n > 0) return;
  throw new ValueError(
    `expected a length of 1 or more, got ${n} for an array of shape ${bracket(shape)}. Give the length, or an array with entries.`,
  );
}

/** The factor of a sum over `lengths`. Throws ValueError for an unknown norm. */
export function scaleOf(norm: Norm | null | undefined, lengths: readonly number[], inverse: boolean): number {
  const count = lengths.reduce((a, b) => a * b, 1);
  switch (norm ?? "backward") {
    case "ortho":
      return 1 / Math.sqrt(count);
    case "backward":
      return inverse ? 1 / count : 1;
    case "forward":
      return inverse ? 1 : 1 / count;
  }
  throw new ValueError(`expected norm backward, ortho or forward, got ${norm}. Choose one of them.`);
}

/** `x` cut or padded with zeros at the end, to `lengths` along `axes`. */
export function resize(x: Tensor, { axes, lengths }: Grid): Tensor {
  const shape = shapeOf(x);
  const to = shape.map((n, a) => (axes.includes(a) ? lengths[axes.indexOf(a)]! : n));
  const common = shape.map((n, a) => Math.min(n, to[a]!));
  const isCut = common.some((n, a) => n < shape[a]!);
  const cut = isCut ? read(x, boxSelection(common, shape.map(() => 0))) : x; // prettier-ignore
  const isShort = common.some((n, a) => n < to[a]!);
  return isShort ? pad(cut, to.map((n, a) => [0, n - common[a]!] as const)) : cut; // prettier-ignore
}

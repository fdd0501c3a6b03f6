/** What Fourier transforms take beside an array, checked: lengths, axes, and how the result is scaled. */
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxes, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { pad } from "../shape/pad.js";
import { boxPlace, read } from "../../primitives/index/place.js";

/** Which direction divides by the number of entries: `backward`, the inverse, by default; `ortho`, both by its root. */
export type Norm = "backward" | "ortho" | "forward";

/** For transforms along one axis, the last by default; `n` cuts or pads with 0 to that length first. */
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

/** The names of the options of transforms along several axes. */
export const SEVERAL: readonly string[] = ["s", "axes", "norm"];

/** Axes counted from the front, in the order given, and their lengths in the transform. */
export interface Grid {
  readonly axes: readonly number[];
  readonly lengths: readonly number[];
}

export function gridOf(op: string, shape: Shape, { s, axes }: FftnOptions): Grid {
  const rank = shape.length;
  const named = axes ?? Array.from({ length: s?.length ?? rank }, (_, i) => i - (s?.length ?? rank));
  normalizeAxes(op, named, rank);
  const counted = named.map((a) => normalizeAxis(op, a, rank));
  const lengths = s ?? counted.map((a) => shape[a]!);
  if (lengths.length !== counted.length)
    throw new ValueError(
      `${op}: expected a length for each axis, got ${bracket(lengths)} for axes ${bracket(named)}. Give s and axes in pairs.`,
    );
  for (const n of lengths) checkLength(op, n, shape);
  return { axes: counted, lengths };
}

export function checkLength(op: string, n: number, shape: Shape): void {
  if (Number.isInteger(n) && n > 0) return;
  throw new ValueError(
    `${op}: expected a length of 1 or more, got ${n} for an array of shape ${bracket(shape)}. Give the length, or an array with entries.`,
  );
}

/** What a sum over `lengths` is multiplied by. Throws ValueError for an unknown norm. */
export function scaleOf(
  op: string,
  norm: Norm | null | undefined,
  lengths: readonly number[],
  inverse: boolean,
): number {
  const count = lengths.reduce((a, b) => a * b, 1);
  switch (norm ?? "backward") {
    case "ortho":
      return 1 / Math.sqrt(count);
    case "backward":
      return inverse ? 1 / count : 1;
    case "forward":
      return inverse ? 1 : 1 / count;
  }
  throw new ValueError(`${op}: expected norm backward, ortho or forward, got ${norm}. Choose one of them.`);
}

/** `x` cut at the end, or with zeros put there, to `lengths` along `axes`. */
export function resized(x: Tensor, { axes, lengths }: Grid): Tensor {
  const shape = shapeOf(x);
  const to = shape.map((n, a) => (axes.includes(a) ? lengths[axes.indexOf(a)]! : n));
  const common = shape.map((n, a) => Math.min(n, to[a]!));
  const isCut = common.some((n, a) => n < shape[a]!);
  const cut = isCut ? read(x, boxPlace(common, shape.map(() => 0))) : x; // prettier-ignore
  const isShort = common.some((n, a) => n < to[a]!);
  return isShort ? pad(cut, to.map((n, a) => [0, n - common[a]!] as const)) : cut; // prettier-ignore
}

/** Sliding windows over the last axes of an array of images, as one read. */
import { kernels, ndarray } from "@ndgrad/kernels";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { sizeOf } from "../../tensor.js";
import type { Nd, Shape } from "../../tensor.js";
import type { Selection } from "../index/selection.js";

/** One number for all spatial axes, or a list with one for each. */
export type PerAxis = number | readonly number[];

export interface Window {
  readonly size: readonly number[];
  readonly stride: readonly number[];
  readonly dilation: readonly number[];
}

/** A whole number ≥ `least` for each of `rank` axes. Throws ValueError. */
export function perAxis(what: string, given: PerAxis, rank: number, least: number): readonly number[] {
  // A kernel's size has no default, and plain JavaScript may omit it.
  const list = typeof given === "number" ? new Array<number>(rank).fill(given) : (given ?? []);
  if (list.length === rank && list.every((n) => Number.isInteger(n) && n >= least)) return list;
  throw new ValueError(
    `expected a ${what} of ${least} or more, or one for each of ${rank} axes, got ${bracket([given].flat())}. ` +
      `Write whole numbers.`,
  );
}

/** How many windows fit along each axis. Throws ShapeError where none does. */
export function countWindows(sizes: readonly number[], { size, stride, dilation }: Window): number[] {
  const counts = sizes.map((n, a) => Math.floor((n - dilation[a]! * (size[a]! - 1) - 1) / stride[a]!) + 1);
  if (counts.every((n) => n >= 1)) return counts;
  throw new ShapeError(
    `expected an input as large as the kernel, got ${bracket(sizes)} (with padding) for a kernel of ${bracket(size)} ` +
      `with dilation ${bracket(dilation)}. Pad more, or use a smaller kernel.`,
  );
}

/**
 * All windows of an array of shape `of`, [..., c, ...sizes], as columns: [..., groups, c/groups · kernel, positions]. Windows
 * overlap, so entries are read several times, and their cotangents add up: one kernel offset at a time, within which none is
 * read twice.
 */
export function windowSelection(
  of: Shape,
  groups: number,
  counts: readonly number[],
  window: Window,
): Selection {
  const { size, stride, dilation } = window;
  const kernel = sizeOf(size);
  const lead = of.slice(0, of.length - size.length - 1);
  const inGroup = of[lead.length]! / groups;
  const shape = [...lead, groups, inGroup * kernel, sizeOf(counts)];

  /** For each offset in the kernel, the entries of x that it reads and their place among the columns, as views of one shape. */
  const eachOffset = (x: Nd, columns: Nd, f: (x: Nd, columns: Nd) => void): void => {
    const common = [...lead, groups, inGroup, ...counts];
    const channel = x.stride[lead.length]!;
    const spatial = x.stride.slice(lead.length + 1);
    const [group, row, position] = columns.stride.slice(lead.length) as [number, number, number];
    const from = [
      ...x.stride.slice(0, lead.length),
      channel * inGroup,
      channel,
      ...spatial.map((s, a) => s * stride[a]!),
    ];
    const to = [
      ...columns.stride.slice(0, lead.length),
      group,
      row * kernel,
      ...counts.map((_, a) => position * sizeOf(counts.slice(a + 1))),
    ];
    for (let k = 0; k < kernel; k++) {
      let [rest, offset] = [k, x.offset];
      for (let a = size.length - 1; a >= 0; a--) {
        offset += (rest % size[a]!) * dilation[a]! * spatial[a]!;
        rest = Math.floor(rest / size[a]!);
      }
      f(ndarray(x.data, common, from, offset), ndarray(columns.data, common, to, columns.offset + k * row));
    }
  };
  return {
    shape,
    read: (out, x) => eachOffset(x, out, (source, target) => kernels().copy(target, source)),
    add: (out, g) => eachOffset(out, g, (target, source) => kernels().add(target, target, source)),
    inEach: (many) => windowSelection([many, ...of], groups, counts, window),
  };
}

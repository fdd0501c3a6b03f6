/** Selections of entries: `read` one, and its transpose `scatter`, which adds many into zeros. All indexing uses these two. */
import { Contribution } from "@ndgrad/core";
import { isContiguous, kernels, stridedView } from "@ndgrad/kernels";
import { linear } from "../../derivative.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { asNd, shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { inEveryExample } from "../shape/broadcast.js";

/** Some entries of an array of known shape, in a given order: a slice, a list of rows, the true entries of a mask. */
export interface Selection {
  /** The shape of what is read. */
  readonly shape: Shape;
  /** out = x[selection]. */
  read(out: Nd, x: Nd): void;
  /** out[selection] += g; an entry that is named twice gets both. */
  add(out: Nd, g: Nd): void;
  /** The selection as a view, if it is one. Its strides and relative offset depend only on the strides of `x`. */
  readonly view?: (x: Nd) => Nd;
  /** The same selection in each of `size` examples along a first axis. */
  inEach(size: number): Selection;
}

/** A selection that can be written to. */
export interface Target extends Selection {
  inEach(size: number): Target;
  /** out[selection] = x; where an entry is named twice, the last write wins. */
  write(out: Nd, x: Nd): void;
}

/** The entries that `view` shows, none twice; `shape` is the shape of the view. */
export function viewSelection(shape: Shape, view: (x: Nd) => Nd): Target {
  return {
    shape,
    view,
    read: (out, x) => kernels().copy(out, view(x)),
    add: (out, g) => {
      const target = view(out);
      kernels().add(target, target, g);
    },
    write: (out, x) => kernels().copy(view(out), x),
    inEach(size) {
      const all = [size, ...shape];
      return viewSelection(all, (x) => {
        const { stride, offset } = view(firstExample(x));
        return stridedView(x, all, [x.stride[0]!, ...stride], offset);
      });
    },
  };
}

/** The first of the examples along the first axis. */
export function firstExample(x: Nd): Nd {
  return stridedView(x, x.shape.slice(1), x.stride.slice(1), x.offset);
}

/** The box of `shape[a]` entries from `start[a]` on along each axis. */
export function boxSelection(shape: Shape, start: readonly number[]): Target {
  return viewSelection(shape, (x) => {
    const offset = start.reduce((sum, i, a) => sum + i * x.stride[a]!, x.offset);
    return stridedView(x, shape, x.stride, offset);
  });
}

/** Position `i` of `axis`, which is dropped; `shape` is that of the other axes. */
export function slotSelection(shape: Shape, axis: number, i: number): Target {
  return viewSelection(shape, (x) =>
    stridedView(x, shape, x.stride.toSpliced(axis, 1), x.offset + i * x.stride[axis]!),
  );
}

/** The subarray at one position along each of the first axes; `shape` is that of the others. */
export function prefixSelection(shape: Shape, index: readonly number[]): Target {
  if (shape.length === 0) return entrySelection(index);
  return viewSelection(shape, (x) => {
    const offset = index.reduce((sum, i, a) => sum + i * x.stride[a]!, x.offset);
    return stridedView(x, shape, x.stride.slice(index.length), offset);
  });
}

/** One entry, a number; `index` has one position per axis. */
export function entrySelection(index: readonly number[]): Target {
  const at = (x: Nd): number => {
    let i = x.offset;
    for (let a = 0; a < index.length; a++) i += index[a]! * x.stride[a]!;
    return i;
  };
  return {
    shape: [],
    read: (out, x) => (out.data[out.offset] = x.data[at(x)]!),
    add: (out, g) => (out.data[at(out)]! += g.data[g.offset]!),
    write: (out, x) => (out.data[at(out)] = x.data[x.offset]!),
    inEach: (size) =>
      viewSelection([size], (x) => stridedView(x, [size], [x.stride[0]!], at(firstExample(x)))),
  };
}

/** A cotangent of `shape` that is `g` at a selection and 0 elsewhere. The accumulator adds many of them into one array. */
export class Scattered extends Contribution {
  constructor(
    readonly shape: Shape,
    readonly selection: Selection,
    readonly g: Tensor,
  ) {
    super();
  }
}

/** x[selection], as a fresh array. Linear. Its cotangent costs what was read, not the size of `x`. */
export const read: Op<[x: Tensor, selection: Selection]> = primitive("read", {
  shape: (_x, selection) => selection.shape,
  kernel: (out, x, selection) => selection.read(out, asNd(x)),
  view(x, selection) {
    const seen = typeof x === "number" ? undefined : selection.view?.(x);
    return seen !== undefined && isContiguous(seen) ? seen : undefined;
  },
  derivative: linear((g, _ans, x, selection) => new Scattered(shapeOf(x), selection, g)),
  batching: (_batched, x, selection) => read(x, selection.inEach(shapeOf(x)[0]!)),
});

/** Zeros of `shape` with each of `gs` added at its selection. */
export const scatter: Op<[shape: Shape, selections: readonly Selection[], ...gs: Tensor[]]> = primitive(
  "scatter",
  {
    shape: (shape) => shape,
    kernel(out, _shape, selections, ...gs) {
      kernels().copy(out, 0);
      selections.forEach((selection, i) => selection.add(out, asNd(gs[i]!)));
    },
    derivative: {
      vjp: (g, _ans, _shape, selections) => [
        null,
        null,
        ...selections.map((selection) => read(g, selection)),
      ],
      jvp: ([, , ...ts], _ans, shape, selections) => {
        const moving = [...ts.keys()].filter((i) => ts[i] !== null);
        return scatter(shape, moving.map((i) => selections[i]!), ...moving.map((i) => ts[i]!)); // prettier-ignore
      },
    },
    batching(batched, shape, selections, ...gs) {
      const size = shapeOf(gs[batched.indexOf(true) - 2]!)[0]!;
      const all = gs.map((g, i) => (batched[i + 2] ? g : inEveryExample(g, size)));
      return scatter([size, ...shape], selections.map((selection) => selection.inEach(size)), ...all); // prettier-ignore
    },
  },
);

/** Places in an array: read one, and its transpose, add many into zeros. Every way of indexing is made of these two. */
import type { PrimitiveFn } from "@ndgrad/core";
import { isContiguous, kernels, viewOf } from "@ndgrad/kernels";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { asNd, result, shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";

/** Some entries of an array of a known shape, in an order: a slice, a list of rows, the true entries of a mask. */
export interface Place {
  /** The shape of what is read. */
  readonly shape: Shape;
  /** out = x[place]. */
  read(out: Nd, x: Nd): void;
  /** out[place] += g; a place that names an entry twice adds twice. */
  add(out: Nd, g: Nd): void;
  /** The place as a view, where it is one: its strides and how far it begins depend on the strides of `x` alone. */
  readonly look?: (x: Nd) => Nd;
}

/** A place that can be written to as well. */
export interface Target extends Place {
  /** out[place] = x; of an entry that is named twice, the last write stays. */
  write(out: Nd, x: Nd): void;
}

/** The place that `look` looks at, no entry twice; `shape` is its shape. */
export function viewPlace(shape: Shape, look: (x: Nd) => Nd): Target {
  return {
    shape,
    look,
    read: (out, x) => kernels().copy(out, look(x)),
    add: (out, g) => {
      const target = look(out);
      kernels().add(target, target, g);
    },
    write: (out, x) => kernels().copy(look(out), x),
  };
}

/** The entries from `start[a]` on, `shape[a]` of them along each axis. */
export function boxPlace(shape: Shape, start: readonly number[]): Target {
  return viewPlace(shape, (x) => {
    const offset = start.reduce((sum, i, a) => sum + i * x.stride[a]!, x.offset);
    return viewOf(x, shape, x.stride, offset);
  });
}

/** Position `i` of `axis`, with that axis dropped; `shape` is that of the rest. */
export function slotPlace(shape: Shape, axis: number, i: number): Target {
  return viewPlace(shape, (x) =>
    viewOf(x, shape, x.stride.toSpliced(axis, 1), x.offset + i * x.stride[axis]!),
  );
}

/** What is at one position along each of the first axes; `shape` is that of the rest. */
export function prefixPlace(shape: Shape, index: readonly number[]): Target {
  if (shape.length === 0) return entryPlace(index);
  return viewPlace(shape, (x) => {
    const offset = index.reduce((sum, i, a) => sum + i * x.stride[a]!, x.offset);
    return viewOf(x, shape, x.stride.slice(index.length), offset);
  });
}

/** One entry, a number; `index` has one position per axis. */
export function entryPlace(index: readonly number[]): Target {
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
  };
}

/** x[place], as a fresh array. Linear. The cotangent costs what was read, not what was read from. */
export const read: Op<[x: Tensor, place: Place]> = op(
  "read",
  {
    shapeOf: (_x, place) => place.shape,
    fill: (out, x, place) => place.read(out, asNd(x)),
    view(x, place) {
      const seen = typeof x === "number" ? undefined : place.look?.(x);
      return seen !== undefined && isContiguous(seen) ? seen : undefined;
    },
  },
  {
    // A pending sum stands for a tensor until core settles it: space.ts says how.
    vjp: [(g, _ans, x, place) => new Pending(shapeOf(x), null, [place], [g]) as Pending & Tensor, null],
    jvp: ["linear", null],
  },
);

/** Zeros of `shape`, with each of `gs` added at its place. */
export const scatter: PrimitiveFn<[shape: Shape, places: readonly Place[], ...gs: Tensor[]], Tensor> =
  primitive(
    "scatter",
    (shape: Shape, places: readonly Place[], ...gs: Tensor[]) => {
      const out = scratch(shape);
      kernels().copy(out, 0);
      places.forEach((place, i) => place.add(out, asNd(gs[i]!)));
      return result(out);
    },
    {
      vjp: (g, _ans, _shape, places) => [null, null, ...places.map((place) => read(g, place))],
      jvp: ([, , ...ts], _ans, shape, places) => {
        const moving = [...ts.keys()].filter((i) => ts[i] !== null);
        return scatter(
          shape,
          moving.map((i) => places[i]!),
          ...moving.map((i) => ts[i]!),
        );
      },
    },
  );

/** So many arguments a call may have: more, and the stack overflows. */
const MANY = 10_000;

/** A sum of cotangents that still has places to be added: 100 reads of an array cost one array, not 100. */
export class Pending {
  constructor(
    readonly shape: Shape,
    readonly base: Tensor | null,
    readonly places: Place[],
    readonly gs: Tensor[],
  ) {}

  /** The sum with another one, which becomes part of this. */
  extend(other: Pending): this {
    for (const place of other.places) this.places.push(place);
    for (const g of other.gs) this.gs.push(g);
    return this;
  }

  /** The tensor that is meant, by traced ops. `add` is given, for it is built on this file. */
  settle(add: (x: Tensor, y: Tensor) => Tensor): Tensor {
    let sum = this.base;
    for (let i = 0; i < this.gs.length; i += MANY) {
      const part = scatter(this.shape, this.places.slice(i, i + MANY), ...this.gs.slice(i, i + MANY));
      sum = sum === null ? part : add(sum, part);
    }
    // There is a base, or something to be added.
    return sum!;
  }
}

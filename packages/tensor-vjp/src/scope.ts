/** The memory of traced tensors: what traces box lives in the backend's until the outermost transform ends. */
import { Container, isTransient } from "@ndgrad/core";
import type { Scope } from "@ndgrad/core";
import { kernels, rowMajor, view } from "@ndgrad/kernels";
import type { Memory } from "@ndgrad/kernels";
import { sameShape } from "./shape.js";
import { empty, isNd, sizeOf, unwritten } from "./tensor.js";
import type { Nd, Shape } from "./tensor.js";
import { isContiguous } from "./views.js";

/** The memory of the transforms that run now: that of the backend in use when the outermost began. */
let memory: Memory | undefined = undefined;
let depth = 0;

/** What data of that memory may have: the slope that was computed with the array that begins there. */
const SLOPE = Symbol("slope");

interface WithSlope extends Float64Array {
  [SLOPE]?: Nd;
}

/** Below so many entries an array of its own costs less than a view of something larger. */
const SMALL = 16;

export const tensorScope: Scope = {
  enter() {
    if (depth++ > 0) return;
    memory = kernels().memory;
    memory?.begin();
  },
  exit() {
    if (--depth > 0) return;
    memory?.release();
    memory = undefined;
  },
  take(x) {
    if (x instanceof Container || !isNd(x) || memory?.owns(x.data) !== false) return x;
    const out = cut(memory, x.shape);
    kernels().copy(out, x);
    return out;
  },
  settle(x) {
    if (x instanceof Container || !isNd(x) || memory?.owns(x.data) !== true) return x;
    const out = unwritten(x.shape);
    kernels().copy(out, x);
    return out;
  },
};

/** A contiguous array for an op to fill, every entry of it: in the memory of the transform, if only a trace will see it. */
export function scratch(shape: Shape): Nd {
  return isTransient && memory !== undefined ? cut(memory, shape) : unwritten(shape);
}

/**
 * `value` at every place of `shape`. If only a trace will see it, one number read by strides of 0: cotangents of sums
 * and of their terms are such, and cost no memory.
 */
export function constant(value: number, shape: Shape): Nd {
  if (isTransient && memory !== undefined) {
    const cell = memory.allocate(1);
    // Memory that is full gives ordinary arrays, and those may reach code that expects its arrays to be contiguous.
    if (memory.owns(cell)) {
      cell[0] = value;
      return view(cell, shape, new Array<number>(shape.length).fill(0), 0);
    }
  }
  const out = empty(shape);
  if (!Object.is(value, 0)) out.data.fill(value);
  return out;
}

/**
 * The answer of an op whose slope comes with it, kept until a rule asks: only where nobody but traces will see either,
 * and where the arrays are large enough for it. `fill` writes both into an array of shape [2, ...shape].
 */
export function withSlope(shape: Shape, fill: (both: Nd) => void): Nd | undefined {
  const n = sizeOf(shape);
  if (n < SMALL || !isTransient || memory === undefined) return undefined;
  const data: WithSlope = memory.allocate(2 * n);
  // Memory that is full gives ordinary arrays, which may leave.
  if (!memory.owns(data)) return undefined;
  fill(rowMajor(data, [2, ...shape]));
  data[SLOPE] = rowMajor(data, shape, n);
  return rowMajor(data, shape);
}

/** The slope that was computed with `answer`, to be read by traces only. */
export function slopeOf(answer: Nd): Nd | undefined {
  if (!isTransient) return undefined;
  const slope = (answer.data as WithSlope)[SLOPE];
  const isAnswer = slope !== undefined && answer.offset === 0 && sameShape(answer.shape, slope.shape);
  return isAnswer && isContiguous(answer) ? slope : undefined;
}

/** May what is made now be a view of `x`? Only where nobody but traces will ever see either. A number has no memory. */
export function mayShare(x: unknown): boolean {
  return isTransient && (typeof x === "number" || (isNd(x) && memory?.owns(x.data) === true));
}

function cut(from: Memory, shape: Shape): Nd {
  const n = sizeOf(shape);
  return n < SMALL ? unwritten(shape) : rowMajor(from.allocate(n), shape);
}

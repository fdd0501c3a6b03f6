/** The memory of traced tensors: what traces box lives in the backend's until the outermost transform ends. */
import { Container, isTransient } from "@ndgrad/core";
import type { Scope } from "@ndgrad/core";
import { ArenaArray, kernels } from "@ndgrad/kernels";
import type { Memory } from "@ndgrad/kernels";
import { empty, isNd, shapeOf, sizeOf, unwritten } from "./tensor.js";
import type { Nd, Shape, Tensor } from "./tensor.js";

/** The memory of the transforms that run now: that of the backend in use when the outermost began. */
let memory: Memory | undefined = undefined;
let depth = 0;

/** Below so many entries an array of its own costs less than a view of something larger. */
const SMALL = 16;

export const tensorScope: Scope = {
  enter() {
    if (depth === 0) {
      const { memory: current } = kernels();
      current.begin();
      memory = current;
    }
    depth++;
  },
  exit() {
    if (--depth > 0) return;
    memory?.release();
    memory = undefined;
  },
  take(x) {
    if (x instanceof Container || !isNd(x) || memory?.owns(x) !== false) return x;
    const out = cut(memory, x.shape);
    kernels().copy(out, x);
    return out;
  },
  escape(x) {
    if (x instanceof Container || !isNd(x) || memory?.owns(x) !== true) return x;
    const out = unwritten(x.shape);
    kernels().copy(out, x);
    return out;
  },
};

/** A contiguous array for an op to fill, every entry of it: in the memory of the transform, if only a trace will see it. */
export function scratch(shape: Shape): Nd {
  return isTransient && memory !== undefined ? cut(memory, shape) : unwritten(shape);
}

/** The same of the shape of `x`, row-major as `x` is. */
export function scratchLike(x: ArenaArray): Nd {
  return isTransient && memory !== undefined ? memory.allocate(x.shape, x.stride) : unwritten(x.shape);
}

/**
 * `value` at every place of `shape`. If only a trace will see it, one number read by strides of 0: cotangents of sums
 * and of their terms are such, and cost no memory.
 */
export function constant(value: number, shape: Shape): Nd {
  const cell = isTransient ? memory?.allocate(NO_AXES) : undefined;
  // Memory that is full gives ordinary arrays, and those may reach code that expects its arrays to be contiguous.
  if (cell instanceof ArenaArray) {
    cell.data[0] = value;
    return cell.as(shape, new Array<number>(shape.length).fill(0), 0);
  }
  const out = empty(shape);
  if (!Object.is(value, 0)) out.data.fill(value);
  return out;
}

/** Zeros of the shape of `x`. */
export function zerosOf(x: Tensor): Tensor {
  const shape = shapeOf(x);
  return shape.length === 0 ? 0 : constant(0, shape);
}

const NO_AXES: Shape = [];

/**
 * An answer with a residual of its shape, which a derivative rule will ask for: only where nobody but traces will see either,
 * and where the arrays are large enough for it. `fill` writes both.
 */
export function save(shape: Shape, fill: (ans: Nd, residual: Nd) => void): Nd | undefined {
  const ans = isTransient ? scratch(shape) : undefined;
  const residual = ans instanceof ArenaArray ? scratch(shape) : undefined;
  // Ordinary arrays, as of memory that is full, may leave.
  if (!(ans instanceof ArenaArray && residual instanceof ArenaArray)) return undefined;
  fill(ans, residual);
  ans.residual = residual;
  return ans;
}

/** What was saved with `ans`, to be read by traces only. */
export function residualOf(ans: Tensor): Nd | undefined {
  return isTransient && ans instanceof ArenaArray ? ans.residual : undefined;
}

/** May what is made now be a view of `x`? Only where nobody but traces will ever see either. A number has no memory. */
export function canAlias(x: unknown): boolean {
  return isTransient && (typeof x === "number" || (isNd(x) && memory?.owns(x) === true));
}

function cut(from: Memory, shape: Shape): Nd {
  return sizeOf(shape) < SMALL ? unwritten(shape) : from.allocate(shape);
}

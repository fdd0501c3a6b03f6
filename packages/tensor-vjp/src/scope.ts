/** The memory of traced tensors: what traces box stays in the backend's memory until the outermost transform ends. */
import { Container, isTransient } from "@ndgrad/core";
import type { Scope } from "@ndgrad/core";
import { ArenaArray, kernels } from "@ndgrad/kernels";
import type { Memory } from "@ndgrad/kernels";
import { empty, isNd, shapeOf, sizeOf, unwritten } from "./tensor.js";
import type { Nd, Shape, Tensor } from "./tensor.js";

/** The memory of the running transforms: that of the backend in use when the outermost one began. */
let memory: Memory | undefined = undefined;
let depth = 0;

/** With fewer entries than this, an ordinary array costs less than a view of the arena. */
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
    const out = allocateIn(memory, x.shape);
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

/** An uninitialized contiguous array for an op to fill: in the transform's memory, if only a trace will see it. */
export function scratch(shape: Shape): Nd {
  return isTransient && memory !== undefined ? allocateIn(memory, shape) : unwritten(shape);
}

/** The same in the shape of `x`, which is row-major. */
export function scratchLike(x: ArenaArray): Nd {
  return isTransient && memory !== undefined ? memory.allocate(x.shape, x.stride) : unwritten(x.shape);
}

/**
 * An array of `shape` with `value` everywhere. If only a trace will see it, it is one number read by strides of 0, so
 * cotangents of sums and of their terms cost no memory.
 */
export function constant(value: number, shape: Shape): Nd {
  const cell = isTransient ? memory?.allocate(NO_AXES) : undefined;
  // Full memory gives ordinary arrays, which may reach code that expects contiguous ones.
  if (cell instanceof ArenaArray) {
    cell.data[0] = value;
    return cell.as(shape, new Array<number>(shape.length).fill(0), 0);
  }
  const out = empty(shape);
  if (!Object.is(value, 0)) out.data.fill(value);
  return out;
}

/** `value` everywhere in the shape of `x`. */
export function constantLike(x: Tensor, value: number): Tensor {
  const shape = shapeOf(x);
  return shape.length === 0 ? value : constant(value, shape);
}

const NO_AXES: Shape = [];

/**
 * An answer that carries a residual of the same shape for its derivative rule, both written by `fill`: only where nobody but
 * traces will see either, and the arrays are large enough for the transform's memory. Otherwise `undefined`.
 */
export function save(shape: Shape, fill: (ans: Nd, residual: Nd) => void): Nd | undefined {
  const ans = isTransient ? scratch(shape) : undefined;
  const residual = ans instanceof ArenaArray ? scratch(shape) : undefined;
  // Full memory gives ordinary arrays, which may reach the user.
  if (!(ans instanceof ArenaArray && residual instanceof ArenaArray)) return undefined;
  fill(ans, residual);
  ans.residual = residual;
  return ans;
}

/** The residual that was saved with `ans`, if any. Only traces may read it. */
export function residualOf(ans: Tensor): Nd | undefined {
  return isTransient && ans instanceof ArenaArray ? ans.residual : undefined;
}

/** Whether a result may be a view of `x`: only where nobody but traces will ever see either. A number has no memory to share. */
export function canAlias(x: unknown): boolean {
  return isTransient && (typeof x === "number" || (isNd(x) && memory?.owns(x) === true));
}

function allocateIn(from: Memory, shape: Shape): Nd {
  return sizeOf(shape) < SMALL ? unwritten(shape) : from.allocate(shape);
}

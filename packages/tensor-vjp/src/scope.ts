/** The memory of traced tensors: what traces box lives in the backend's until the outermost transform ends. */
import { Container, isTransient } from "@ndgrad/core";
import type { Scope } from "@ndgrad/core";
import { kernels, rowMajor } from "@ndgrad/kernels";
import type { Memory } from "@ndgrad/kernels";
import { empty, isNd, sizeOf } from "./tensor.js";
import type { Nd, Shape } from "./tensor.js";

/** The memory of the transforms that run now: that of the backend in use when the outermost began. */
let memory: Memory | undefined = undefined;
let depth = 0;

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
    const out = empty(x.shape);
    kernels().copy(out, x);
    return out;
  },
};

/** A contiguous array for an op to fill, every entry of it: in the memory of the transform, if only a trace will see it. */
export function scratch(shape: Shape): Nd {
  return isTransient && memory !== undefined ? cut(memory, shape) : empty(shape);
}

function cut(from: Memory, shape: Shape): Nd {
  const n = sizeOf(shape);
  return n < SMALL ? empty(shape) : rowMajor(from.allocate(n), shape);
}

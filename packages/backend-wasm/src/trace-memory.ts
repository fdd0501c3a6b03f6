/** The arena as the memory of transforms. Arrays allocated before a transform begins stay valid. */
import { ArenaArray, rowMajor, rowMajorStride, sizeOf } from "@ndgrad/kernels";
import type { Memory } from "@ndgrad/kernels";
import { wasAllocatedSince, lend, memory, take, reclaim } from "./arena.js";
import { numbers } from "./module/memory.js";
import { store } from "./resident.js";

/** With `poison`, for tests, it fills reclaimed memory with NaN, so that any later use of it shows. */
export function createTraceMemory({ poison = false } = {}): Memory {
  let start = 0;
  return {
    begin() {
      start = lend();
    },
    allocate(shape, stride = rowMajorStride(shape)) {
      const n = sizeOf(shape);
      const address = take(n);
      // When the arena is full, a trace continues in ordinary memory.
      if (address === 0) return rowMajor(new Float64Array(n), shape);
      return new ArenaArray(store, address, n, shape as number[], stride as number[], 0, n, true);
    },
    pin: (n) => (memory.fits(n) ? memory.pin(n) : new Float64Array(n)),
    owns: (x) => x instanceof ArenaArray && x.store === store && wasAllocatedSince(start, x.address),
    release() {
      if (poison) numbers.fill(NaN, start / 8, memory.mark() / 8);
      reclaim(start);
    },
  };
}

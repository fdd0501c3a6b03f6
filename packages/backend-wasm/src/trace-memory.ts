/** The arena as the memory of transforms: what was placed in it before one begins stays where it is. */
import { ArenaArray, rowMajor, rowMajorStride, sizeOf } from "@ndgrad/kernels";
import type { Memory } from "@ndgrad/kernels";
import { isSince, lend, memory, take, takeBack } from "./arena.js";
import { numbers } from "./module/memory.js";
import { store } from "./resident.js";

/** With `poison`, what it takes back is filled with NaN, so that a later use of it shows: for tests. */
export function createTraceMemory({ poison = false } = {}): Memory {
  let start = 0;
  return {
    begin() {
      start = lend();
    },
    allocate(shape, stride = rowMajorStride(shape)) {
      const n = sizeOf(shape);
      const address = take(n);
      // A trace too large for it goes on in ordinary memory.
      if (address === 0) return rowMajor(new Float64Array(n), shape);
      return new ArenaArray(store, address, n, shape as number[], stride as number[], 0, n, true);
    },
    pin: (n) => (memory.fits(n) ? memory.pin(n) : new Float64Array(n)),
    owns: (x) => x instanceof ArenaArray && x.store === store && isSince(start, x.address),
    release() {
      if (poison) numbers.fill(NaN, start / 8, memory.mark() / 8);
      takeBack(start);
    },
  };
}

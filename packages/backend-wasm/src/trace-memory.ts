/** The arena as the memory of transforms: what was placed in it before one begins stays where it is. */
import type { Memory } from "@ndgrad/kernels";
import { memory } from "./arena.js";

let start = memory.mark();

export const traceMemory: Memory = {
  begin() {
    start = memory.mark();
  },
  allocate: (n) => memory.allocate(n),
  owns: (data) => memory.owns(data) && data.byteOffset >= start,
  release: () => memory.release(start),
};

/** The arena as the memory of transforms: what was placed in it before one begins stays where it is. */
import type { Memory } from "@ndgrad/kernels";
import { memory } from "./arena.js";
import { knownAddress } from "./resident.js";

let start = memory.mark();

export const traceMemory: Memory = {
  begin() {
    start = memory.mark();
  },
  // A trace too large for it goes on in ordinary memory.
  allocate: (n) => (memory.fits(n) ? memory.allocate(n) : new Float64Array(n)),
  keep: (n) => (memory.fits(n) ? memory.keep(n) : new Float64Array(n)),
  owns(data) {
    const at = knownAddress(data);
    return at !== undefined && memory.releases(start, at);
  },
  release: () => memory.release(start),
};

/** Sorts along the last axis. */
import type { AlongLast, NdF64, NdI32, Order } from "@ndgrad/kernels";
import { isContiguous } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { integers } from "./module/memory.js";
import { allocateScratch, copyBack, copyIn, packedCopy, resetScratch } from "./scratch.js";

/** Fewer entries than this are sorted as fast in JavaScript. */
const SMALL = 32;

/** Calls `run(m, n, out, x, xRow, workspace)`. */
export function sortKernel(run: Run, fallback: AlongLast): AlongLast {
  return withFallback((out, x) => {
    const to = sortToScratch(run, out, x, 8);
    if (to !== 0) copyBack(to, out.data, out.offset, out.size);
    return to !== 0;
  }, fallback);
}

/** Like `sortKernel`, for indices. */
export function argsortKernel(run: Run, fallback: Order): Order {
  return withFallback((out, x) => {
    const to = sortToScratch(run, out, x, 4);
    if (to !== 0) out.data.set(integers.subarray(to / 4, to / 4 + out.size), out.offset);
    return to !== 0;
  }, fallback);
}

/**
 * Sorts into scratch memory, with `size` bytes per entry of the answer. Returns its address, or 0 if it did nothing.
 */
function sortToScratch(run: Run, out: NdF64 | NdI32, x: NdF64, size: 4 | 8): number {
  const n = x.shape.at(-1) ?? 0;
  if (x.size < SMALL || n === 0 || !isContiguous(out)) return 0;
  resetScratch();
  const from = packResident(x);
  const to = allocateScratch((x.size * size + 7) >> 3);
  const workspace = allocateScratch(n);
  if (from === 0 || to === 0 || workspace === 0) return 0;
  run(x.size / n, n, to, from, 8 * n, workspace);
  return to;
}

/** Address of x, or of a contiguous copy in the module's memory; 0 if it doesn't fit. */
function packResident(x: NdF64): number {
  if (!isContiguous(x)) return packedCopy(x)?.address ?? 0;
  return addressOf(x) || copyIn(x.data, x.offset, x.size);
}

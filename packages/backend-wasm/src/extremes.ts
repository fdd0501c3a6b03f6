/** argmax and argmin over the trailing dimensions. */
import { isContiguous } from "@ndgrad/kernels";
import type { Search } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { integers } from "./module/memory.js";
import { allocateScratch, packedCopy, resetScratch } from "./scratch.js";

/** Fewer numbers than this are searched as fast in JavaScript. */
const SMALL = 16;

/** Calls `run(m, n, out, x, xRow)`, which writes one position per row. */
export function searchKernel(run: Run, fallback: Search): Search {
  return withFallback((out, x) => {
    const size = x.size;
    const m = out.size;
    if (size < SMALL || addressOf(x) === 0 || !isContiguous(out)) return false;
    resetScratch();
    const packed = isContiguous(x) ? x : packedCopy(x);
    const to = allocateScratch((m + 1) >> 1);
    if (packed === undefined || to === 0) return false;
    run(m, size / m, to, addressOf(packed), (8 * size) / m);
    for (let i = 0; i < m; i++) out.data[out.offset + i] = integers[to / 4 + i]!;
    return true;
  }, fallback);
}

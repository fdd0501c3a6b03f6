/** Kernels that find where in the trailing dimensions of an array something is. */
import { isContiguous } from "@ndgrad/kernels";
import type { Search } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { places } from "./module/memory.js";
import { emptyScratch, packedCopy, takeScratch } from "./scratch.js";

/** Fewer numbers than this are looked through as fast where they are. */
const SMALL = 16;

/** `run(m, n, out, x, xRow)`, one place per row. */
export function findKernel(run: Run, fallback: Search): Search {
  return orElse((out, x) => {
    const size = x.size;
    const m = out.size;
    if (size < SMALL || addressOf(x) === 0 || !isContiguous(out)) return false;
    emptyScratch();
    const near = isContiguous(x) ? x : packedCopy(x);
    const to = takeScratch((m + 1) >> 1);
    if (near === undefined || to === 0) return false;
    run(m, size / m, to, addressOf(near), (8 * size) / m);
    for (let i = 0; i < m; i++) out.data[out.offset + i] = places[to / 4 + i]!;
    return true;
  }, fallback);
}

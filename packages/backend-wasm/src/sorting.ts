/** Sorting along the last axis. */
import type { AlongLast, NdF64, NdI32, Order } from "@ndgrad/kernels";
import { isContiguous } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { places } from "./module/memory.js";
import { copyBack, copyNumbers, emptyScratch, packedCopy, takeScratch } from "./scratch.js";

/** Fewer entries than this are sorted as fast where they are. */
const SMALL = 32;

/** `run(m, n, out, x, xRow, room)` */
export function sortKernel(run: Run, fallback: AlongLast): AlongLast {
  return orElse((out, x) => {
    const to = sorted(run, out, x, 8);
    if (to !== 0) copyBack(to, out.data, out.offset, out.size);
    return to !== 0;
  }, fallback);
}

/** As `sortKernel`, with places as answers. */
export function argsortKernel(run: Run, fallback: Order): Order {
  return orElse((out, x) => {
    const to = sorted(run, out, x, 4);
    if (to !== 0) out.data.set(places.subarray(to / 4, to / 4 + out.size), out.offset);
    return to !== 0;
  }, fallback);
}

/** Address of the answer, of so many bytes an entry, or 0. */
function sorted(run: Run, out: NdF64 | NdI32, x: NdF64, size: 4 | 8): number {
  const n = x.shape.at(-1) ?? 0;
  if (x.size < SMALL || n === 0 || !isContiguous(out)) return 0;
  emptyScratch();
  const from = near(x);
  const to = takeScratch((x.size * size + 7) >> 3);
  const room = takeScratch(n);
  if (from === 0 || to === 0 || room === 0) return 0;
  run(x.size / n, n, to, from, 8 * n, room);
  return to;
}

/** Address of the entries of x one after the other, or 0. */
function near(x: NdF64): number {
  if (!isContiguous(x)) return packedCopy(x)?.address ?? 0;
  return addressOf(x) || copyNumbers(x.data, x.offset, x.size);
}

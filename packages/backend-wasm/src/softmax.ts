/** Exponentials of rows: of those that lie in the kernels' memory, one row after the other at an even distance. */
import { collapse, isContiguous, overlaps } from "@ndgrad/kernels";
import type { AlongLast, Reduction } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { regions } from "./module/memory.js";

/** `run(m, n, out, outRow, x, xRow, room)` along the last axis. */
export function rowsKernel(run: Run, fallback: AlongLast): AlongLast {
  return orElse((out, x) => {
    const last = out.shape.length - 1;
    const [o, a] = [addressOf(out), addressOf(x)];
    if (o === 0 || a === 0 || out.stride[last] !== 1 || x.stride[last] !== 1 || overlaps(out, x))
      return false;
    const rows = collapse(out.shape.slice(0, -1), [out.stride, x.stride]);
    if (rows.shape.length > 1) return false;
    const [oR, aR] = [8 * rows.strides[0]![0]!, 8 * rows.strides[1]![0]!];
    run(rows.shape[0]!, out.shape[last]!, o, oR, a, aR, regions.room);
    return true;
  }, fallback);
}

/** `run(m, n, out, outStep, x, xRow, room)` of contiguous arrays, whose trailing dimensions make the rows. */
export function ofRowsKernel(run: Run, fallback: Reduction): Reduction {
  return orElse((out, x) => {
    const [o, a] = [addressOf(out), addressOf(x)];
    const m = out.size;
    if (o === 0 || a === 0 || m === 0 || !isContiguous(out) || !isContiguous(x) || overlaps(out, x))
      return false;
    const n = x.size / m;
    run(m, n, o, 8, a, 8 * n, regions.room);
    return true;
  }, fallback);
}

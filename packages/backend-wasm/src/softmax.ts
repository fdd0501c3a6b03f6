/** Exponentials of rows: of those that lie in the kernels' memory, one row after the other at an even distance. */
import { collapse, isContiguous } from "@ndgrad/kernels";
import type { NdF64 } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { meet } from "./layout.js";
import type { Run } from "./module/load.js";
import { regions } from "./module/memory.js";

type OfRows = (out: NdF64, x: NdF64) => void;

/** `run(m, n, out, outRow, x, xRow, room)` along the last axis. */
export function rowsKernel(run: Run, fallback: OfRows): OfRows {
  return (out, x) => {
    const last = out.shape.length - 1;
    const [o, a] = [addressOf(out), addressOf(x)];
    const rows =
      o === 0 || a === 0 || out.stride[last] !== 1 || x.stride[last] !== 1 || meet(out, x)
        ? undefined
        : collapse(out.shape.slice(0, -1), [out.stride, x.stride]);
    if (rows?.shape.length !== 1) {
      fallback(out, x);
      return;
    }
    const [oR, aR] = [8 * rows.strides[0]![0]!, 8 * rows.strides[1]![0]!];
    run(rows.shape[0]!, out.shape[last]!, o, oR, a, aR, regions.room);
  };
}

/** `run(m, n, out, outStep, x, xRow, room)` of contiguous arrays, whose trailing dimensions make the rows. */
export function ofRowsKernel(run: Run, fallback: OfRows): OfRows {
  return (out, x) => {
    const [o, a] = [addressOf(out), addressOf(x)];
    const m = out.size;
    if (o === 0 || a === 0 || m === 0 || !isContiguous(out) || !isContiguous(x) || meet(out, x)) {
      fallback(out, x);
      return;
    }
    const n = x.size / m;
    run(m, n, o, 8, a, 8 * n, regions.room);
  };
}

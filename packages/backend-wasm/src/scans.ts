/** Cumulative sums and products. */
import { collapse, overlaps } from "@ndgrad/kernels";
import type { AlongLast } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";

/** Calls `run(m, n, out, outRow, outStep, x, xRow, xStep)` along the last axis of resident arrays. */
export function scanKernel(run: Run, fallback: AlongLast): AlongLast {
  return withFallback((out, x) => {
    const last = out.shape.length - 1;
    const o = addressOf(out);
    const a = addressOf(x);
    if (last < 0 || o === 0 || a === 0) return false;
    const isInPlace = o === a && out.stride.every((s, d) => s === x.stride[d]);
    if (!isInPlace && overlaps(out, x)) return false;
    const rows = collapse(out.shape.slice(0, -1), [out.stride, x.stride]);
    if (rows.shape.length > 1) return false;
    const [oR, xR] = [8 * rows.strides[0]![0]!, 8 * rows.strides[1]![0]!];
    run(rows.shape[0]!, out.shape[last]!, o, oR, 8 * out.stride[last]!, a, xR, 8 * x.stride[last]!);
    return true;
  }, fallback);
}

/** Running sums and products. */
import { collapse } from "@ndgrad/kernels";
import type { NdF64 } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { meet } from "./layout.js";
import type { Run } from "./module/load.js";

type Scan = (out: NdF64, x: NdF64) => void;

/** `run(m, n, out, outRow, outStep, x, xRow, xStep)` along the last axis, where both are in the kernels' memory. */
export function scanKernel(run: Run, fallback: Scan): Scan {
  return (out, x) => {
    const last = out.shape.length - 1;
    const o = addressOf(out);
    const a = addressOf(x);
    const isInPlace = o === a && out.stride.every((s, d) => s === x.stride[d]);
    if (last < 0 || o === 0 || a === 0 || (!isInPlace && meet(out, x))) {
      fallback(out, x);
      return;
    }
    const rows = collapse(out.shape.slice(0, -1), [out.stride, x.stride]);
    if (rows.shape.length > 1) {
      fallback(out, x);
      return;
    }
    const [oR, xR] = [8 * rows.strides[0]![0]!, 8 * rows.strides[1]![0]!];
    run(rows.shape[0]!, out.shape[last]!, o, oR, 8 * out.stride[last]!, a, xR, 8 * x.stride[last]!);
  };
}

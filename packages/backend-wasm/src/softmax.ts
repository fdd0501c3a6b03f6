/** softmax, logSoftmax and logsumexp of resident arrays whose rows are evenly spaced. */
import { collapse, isContiguous, overlaps } from "@ndgrad/kernels";
import type { AlongLast, Reduction } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { regions } from "./module/memory.js";

/** Calls `run(m, n, out, outRow, x, xRow, workspace)` along the last axis. */
export function normalizationKernel(run: Run, fallback: AlongLast): AlongLast {
  return withFallback((out, x) => {
    const last = out.shape.length - 1;
    const [o, a] = [addressOf(out), addressOf(x)];
    if (o === 0 || a === 0 || out.stride[last] !== 1 || x.stride[last] !== 1 || overlaps(out, x))
      return false;
    const rows = collapse(out.shape.slice(0, -1), [out.stride, x.stride]);
    if (rows.shape.length > 1) return false;
    const [oR, aR] = [8 * rows.strides[0]![0]!, 8 * rows.strides[1]![0]!];
    run(rows.shape[0]!, out.shape[last]!, o, oR, a, aR, regions.workspace);
    return true;
  }, fallback);
}

/**
 * Calls `run(m, n, out, outStep, x, xRow, workspace)` on contiguous arrays. The trailing dimensions of x are the rows.
 */
export function rowReductionKernel(run: Run, fallback: Reduction): Reduction {
  return withFallback((out, x) => {
    const [o, a] = [addressOf(out), addressOf(x)];
    const m = out.size;
    if (o === 0 || a === 0 || m === 0 || !isContiguous(out) || !isContiguous(x) || overlaps(out, x))
      return false;
    const n = x.size / m;
    run(m, n, o, 8, a, 8 * n, regions.workspace);
    return true;
  }, fallback);
}

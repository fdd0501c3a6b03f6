/** Kernels of a function and its slope. */
import { isContiguous } from "@ndgrad/kernels";
import type { NdF64, WithSlopeKernel } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import type { Run } from "./module/load.js";

/** `run(n, out, slope, x)` on contiguous memory; elsewhere `fallback`, to whose last digit the answer is the same. */
export function withSlopeKernel(run: Run, fallback: WithSlopeKernel): WithSlopeKernel {
  const kernel = (out: NdF64, x: NdF64): void => {
    const n = x.size;
    const o = addressOf(out);
    const a = addressOf(x);
    const isApart = o + 16 * n <= a || a + 8 * n <= o;
    if (o !== 0 && a !== 0 && isApart && isContiguous(out) && isContiguous(x)) run(n, o, o + 8 * n, a);
    else fallback(out, x);
  };
  return Object.assign(kernel, { parts: fallback.parts });
}

/** A multiple of one array added to another. */
import type { Axpy } from "@ndgrad/kernels";
import { isContiguous } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { chunked } from "./staged.js";

/** From this size on the kernel is faster than a loop here, and from this one with copies there and back. */
const SMALL = 8;
const STAGED = 256;

/** `run(n, out, a, x)` on contiguous memory. */
export function axpyKernel(run: Run, fallback: Axpy): Axpy {
  return orElse((out, a, x) => {
    const n = out.size;
    const o = addressOf(out);
    const at = addressOf(x);
    if (n < (o !== 0 && at !== 0 ? SMALL : STAGED) || !isContiguous(out) || !isContiguous(x)) return false;
    return chunked((length, to, from) => run(length, to, a, from), n, out, o, x, at, true);
  }, fallback);
}

/** A multiple of one array added to another. */
import type { Updates } from "@ndgrad/kernels";
import { isContiguous, reference } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { exported } from "./module/load.js";
import { plain } from "./module/plain.js";
import { chunked } from "./staged.js";

/** From this size on the kernel is faster than a loop here, and from this one with copies there and back. */
const SMALL = 8;
const STAGED = 256;

/** `run(n, out, a, x)` on contiguous memory. */
const run = exported(plain, "axpy");

export const axpy: Updates["axpy"] = (out, a, x) => {
  const n = out.size;
  const o = addressOf(out);
  const at = addressOf(x);
  const isWorthIt = n >= (o !== 0 && at !== 0 ? SMALL : STAGED) && isContiguous(out) && isContiguous(x);
  if (isWorthIt && chunked((length, to, from) => run(length, to, a, from), n, out, o, x, at, true)) return;
  reference.axpy(out, a, x);
};

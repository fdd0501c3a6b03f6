/** Kernels of one argument: how to run them on arrays that lie anyhow. */
import { isContiguous } from "@ndgrad/kernels";
import type { NdF64 } from "@ndgrad/kernels";
import { addressOf, isSameOrApart } from "./address.js";
import { overRows } from "./elementwise.js";
import type { Run } from "./module/load.js";
import { numbers } from "./module/memory.js";
import { chunked } from "./staged.js";

type Unary = (out: NdF64, x: NdF64) => void;

/** From this size on the call of a kernel in place is cheaper than a loop here. */
const SMALL = 8;

/** `run(n, out, x)` on contiguous memory. From `staged` entries on it pays to copy others there and back. */
export function unaryKernel(run: Run, fallback: Unary, staged: number): Unary {
  const rows: Run = (m, n, o, oR, x, xR, xS) => {
    for (let i = 0; i < m; i++) row(run, n, o + i * oR, x + i * xR, xS);
  };
  return (out, x) => {
    const n = out.size;
    if (n <= SMALL) {
      fallback(out, x);
    } else if (isContiguous(out) && isContiguous(x)) {
      const o = addressOf(out);
      const a = addressOf(x);
      if (o !== 0 && a !== 0 && isSameOrApart(n, o, a)) run(n, o, a);
      else if (n < staged || (o !== 0 && a !== 0) || !chunked(run, n, out, o, x, a)) fallback(out, x);
    } else if (!overRows(rows, staged, out, [x])) fallback(out, x);
  };
}

/** Where x stands still along the row, one answer is all of them. */
function row(run: Run, n: number, o: number, x: number, xStep: number): void {
  run(xStep === 0 ? 1 : n, o, x);
  if (xStep === 0) numbers.fill(numbers[o / 8]!, o / 8 + 1, o / 8 + n);
}

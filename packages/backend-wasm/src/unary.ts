/** Kernels of one argument, on arrays with arbitrary layout. */
import { isContiguous, unaliased } from "@ndgrad/kernels";
import type { NdF64, Unary } from "@ndgrad/kernels";
import { addressOf, isApart, isSameOrApart, rowAddress } from "./address.js";
import { overRows } from "./elementwise.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { numbers } from "./module/memory.js";
import { chunked } from "./staged.js";

/** From this size on the call of a kernel in place is cheaper than a loop here. */
const SMALL = 8;

/** `run(n, out, x)` on contiguous memory. From `staged` entries on it pays to copy others there and back. */
export function unaryKernel(run: Run, fallback: Unary, staged: number): Unary {
  const rows: Run = (m, n, o, oR, x, xR, xS) => {
    for (let i = 0; i < m; i++) row(run, n, o + i * oR, x + i * xR, xS);
  };
  return orElse((out: NdF64, x: NdF64) => {
    const n = out.size;
    if (n <= SMALL) return false;
    if (!isContiguous(out) || !isContiguous(x)) return overRows(rows, staged, out, [x]);
    const o = addressOf(out);
    const a = addressOf(x);
    if (o === 0 || a === 0) return n >= staged && chunked(run, n, out, o, x, a);
    if (!isSameOrApart(n, o, a)) return false;
    run(n, o, a);
    return true;
  }, fallback);
}

type AndSlope = NonNullable<Unary["andSlope"]>;

/** By `run(n, out, slope, x)` on contiguous memory; elsewhere by `otherwise`, which may read x after it has written an answer. */
export function slopeKernel(run: Run, otherwise: AndSlope): AndSlope {
  return orElse(
    (out, slope, x) => {
      const [o, s, a] = [rowAddress(out), rowAddress(slope), rowAddress(x)];
      const n = x.size;
      const isDirect = o !== 0 && s !== 0 && a !== 0 && isApart(n, o, a) && isApart(n, s, a);
      if (isDirect) run(n, o, s, a);
      return isDirect;
    },
    (out, slope, x) => otherwise(out, slope, unaliased(slope, unaliased(out, x))),
  );
}

/** Where x stands still along the row, one answer serves all of them. */
function row(run: Run, n: number, o: number, x: number, xStep: number): void {
  run(xStep === 0 ? 1 : n, o, x);
  if (xStep === 0) numbers.fill(numbers[o / 8]!, o / 8 + 1, o / 8 + n);
}

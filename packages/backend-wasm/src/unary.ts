/** Elementwise kernels of one argument, on arrays with arbitrary layout. */
import { isContiguous, unaliased } from "@ndgrad/kernels";
import type { NdF64, Unary } from "@ndgrad/kernels";
import { addressOf, isApart, isSameOrApart, rowAddress } from "./address.js";
import { runStrided } from "./elementwise.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { numbers } from "./module/memory.js";
import { runChunked } from "./staged.js";

/** Above this size, calling a kernel is faster than a loop in JavaScript. */
const SMALL = 8;

/**
 * Calls `run(n, out, x)` on contiguous memory. From `staged` entries on, operands that are not resident are copied in
 * and out.
 */
export function unaryKernel(run: Run, fallback: Unary, staged: number): Unary {
  const rows: Run = (m, n, o, oR, x, xR, xS) => {
    for (let i = 0; i < m; i++) row(run, n, o + i * oR, x + i * xR, xS);
  };
  return withFallback((out: NdF64, x: NdF64) => {
    const n = out.size;
    if (n <= SMALL) return false;
    if (!isContiguous(out) || !isContiguous(x)) return runStrided(rows, staged, out, [x]);
    const o = addressOf(out);
    const a = addressOf(x);
    if (o === 0 || a === 0) return n >= staged && runChunked(run, n, out, o, x, a);
    if (!isSameOrApart(n, o, a)) return false;
    run(n, o, a);
    return true;
  }, fallback);
}

type AndSlope = NonNullable<Unary["andSlope"]>;

/** Calls `run(n, out, slope, x)` on contiguous memory, else `fallback`, which may read x after writing an answer. */
export function slopeKernel(run: Run, fallback: AndSlope): AndSlope {
  return withFallback(
    (out, slope, x) => {
      const [o, s, a] = [rowAddress(out), rowAddress(slope), rowAddress(x)];
      const n = x.size;
      const isDirect = o !== 0 && s !== 0 && a !== 0 && isApart(n, o, a) && isApart(n, s, a);
      if (isDirect) run(n, o, s, a);
      return isDirect;
    },
    (out, slope, x) => fallback(out, slope, unaliased(slope, unaliased(out, x))),
  );
}

/** One row. If x is constant along it, computes one answer and fills the row with it. */
function row(run: Run, n: number, o: number, x: number, xStep: number): void {
  run(xStep === 0 ? 1 : n, o, x);
  if (xStep === 0) numbers.fill(numbers[o / 8]!, o / 8 + 1, o / 8 + n);
}

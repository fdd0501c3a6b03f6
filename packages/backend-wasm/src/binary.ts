/** Elementwise kernels of two arguments, on arrays with arbitrary layout. */
import { isContiguous } from "@ndgrad/kernels";
import type { Binary, NdF64, Operand } from "@ndgrad/kernels";
import { addressOf, isSameOrApart, operandAddress, rowAddress, stepOf } from "./address.js";
import { runMatrix } from "./direct.js";
import { runStrided } from "./elementwise.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { runChunkedPair } from "./staged.js";

/** Above this size, calling a kernel is faster than a loop in JavaScript. */
const SMALL = 8;

/**
 * Calls `run(m, n, out, outRow, x, xRow, xStep, y, yRow, yStep)`. From `staged` entries on, operands that are not
 * resident are copied in and out.
 */
export function binaryKernel(run: Run, fallback: Binary, staged: number): Binary {
  return withFallback((out, x, y) => {
    const n = out.size;
    if (n <= SMALL || (typeof x === "number" && typeof y === "number")) return false;
    const o = rowAddress(out);
    const a = operandAddress(x, 0);
    const b = operandAddress(y, 1);
    if (o === 0 || a === 0 || b === 0 || !isSameOrApart(n, o, a) || !isSameOrApart(n, o, b))
      return runIndirect(run, staged, n, out, x, y);
    run(1, n, o, 0, a, 0, stepOf(x), b, 0, stepOf(y));
    return true;
  }, fallback);
}

/** For arrays that are not all resident and contiguous. Returns false if it did nothing. */
function runIndirect(run: Run, staged: number, n: number, out: NdF64, x: Operand, y: Operand): boolean {
  if (!isContiguous(out) || !isContiguous(x) || !isContiguous(y))
    return (out.shape.length === 2 && runMatrix(run, out, x, y)) || runStrided(run, staged, out, [x, y]);
  const [o, a, b] = [addressOf(out), operandAddress(x, 0), operandAddress(y, 1)];
  return n >= staged && (o === 0 || a === 0 || b === 0) && runChunkedPair(run, n, out, o, x, a, y, b);
}

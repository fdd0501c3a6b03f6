/** Kernels of two arguments, on arrays with arbitrary layout. */
import { isContiguous } from "@ndgrad/kernels";
import type { Binary, NdF64, Operand } from "@ndgrad/kernels";
import { addressOf, isSameOrApart, operandAddress, rowAddress, stepOf } from "./address.js";
import { runMatrix } from "./direct.js";
import { overRows } from "./elementwise.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { chunkedPair } from "./staged.js";

/** From this size on the call of a kernel in place is cheaper than a loop here. */
const SMALL = 8;

/**
 * `run(m, n, out, outRow, x, xRow, xStep, y, yRow, yStep)`. From `staged` entries on it pays to copy arrays there and
 * back that live elsewhere.
 */
export function binaryKernel(run: Run, fallback: Binary, staged: number): Binary {
  return orElse((out, x, y) => {
    const n = out.size;
    if (n <= SMALL || (typeof x === "number" && typeof y === "number")) return false;
    const o = rowAddress(out);
    const a = operandAddress(x, 0);
    const b = operandAddress(y, 1);
    if (o === 0 || a === 0 || b === 0 || !isSameOrApart(n, o, a) || !isSameOrApart(n, o, b))
      return otherwise(run, staged, n, out, x, y);
    run(1, n, o, 0, a, 0, stepOf(x), b, 0, stepOf(y));
    return true;
  }, fallback);
}

/** Of arrays that are not rows in the memory of the kernels. False: nothing was done. */
function otherwise(run: Run, staged: number, n: number, out: NdF64, x: Operand, y: Operand): boolean {
  if (!isContiguous(out) || !isContiguous(x) || !isContiguous(y))
    return (out.shape.length === 2 && runMatrix(run, out, x, y)) || overRows(run, staged, out, [x, y]);
  const [o, a, b] = [addressOf(out), operandAddress(x, 0), operandAddress(y, 1)];
  return n >= staged && (o === 0 || a === 0 || b === 0) && chunkedPair(run, n, out, o, x, a, y, b);
}

/** Kernels that compute or read masks of bytes. */
import { isContiguous, overlaps } from "@ndgrad/kernels";
import type { Compare, Where } from "@ndgrad/kernels";
import { addressOf, operandAddress, stepOf } from "./address.js";
import { runStrided } from "./elementwise.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { buffer, bytes } from "./module/memory.js";
import { allocateScratch, bytesCopy, resetScratch } from "./scratch.js";

/** Fewer entries than this don't pay for copying the mask, which is not resident. */
const SMALL = 64;

/** Calls `run(m, n, out, outRow, x, xRow, xStep, y, yRow, yStep)` on resident operands. */
export function compareKernel(run: Run, fallback: Compare): Compare {
  return withFallback((out, x, y) => {
    const n = out.size;
    if (n < SMALL || (typeof x === "number" && typeof y === "number")) return false;
    const a = operandAddress(x, 0);
    const b = operandAddress(y, 1);
    if (a === 0 || b === 0 || out.data.buffer === buffer || !isContiguous(out))
      return runStrided(run, Infinity, out, [x, y]);
    resetScratch();
    const to = allocateScratch((n + 7) >> 3);
    if (to === 0) return false;
    run(1, n, to, 0, a, 0, stepOf(x), b, 0, stepOf(y));
    out.data.set(bytes.subarray(to, to + n), out.offset);
    return true;
  }, fallback);
}

/** Calls `run(m, n, out, outRow, condition, conditionRow, x, xRow, xStep, y, yRow, yStep)`. */
export function whereKernel(run: Run, fallback: Where): Where {
  return withFallback((out, condition, x, y) => {
    const n = out.size;
    if (n < SMALL) return false;
    const a = operandAddress(x, 0);
    const b = operandAddress(y, 1);
    const o = isContiguous(out) ? addressOf(out) : 0;
    const isDirect =
      a !== 0 &&
      b !== 0 &&
      o !== 0 &&
      isContiguous(condition) &&
      ![x, y, condition].some((z) => typeof z !== "number" && overlaps(out, z));
    if (!isDirect) return runStrided(run, Infinity, out, [condition, x, y]);
    resetScratch();
    const c = bytesCopy(condition);
    if (c === 0) return false;
    run(1, n, o, 0, c, 0, a, 0, stepOf(x), b, 0, stepOf(y));
    return true;
  }, fallback);
}

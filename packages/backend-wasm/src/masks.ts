/** Kernels that make masks of bytes, or follow them. */
import { isContiguous, overlaps } from "@ndgrad/kernels";
import type { Compare, Where } from "@ndgrad/kernels";
import { addressOf, operandAddress, stepOf } from "./address.js";
import { overRows } from "./elementwise.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { buffer, bytes } from "./module/memory.js";
import { bytesCopy, emptyScratch, takeScratch } from "./scratch.js";

/** Fewer entries than this are not worth the copy of a mask that lives elsewhere. */
const SMALL = 64;

/** `run(m, n, out, outRow, x, xRow, xStep, y, yRow, yStep)`, of numbers in the memory of the kernels. */
export function compareKernel(run: Run, fallback: Compare): Compare {
  return orElse((out, x, y) => {
    const n = out.size;
    if (n < SMALL || (typeof x === "number" && typeof y === "number")) return false;
    const a = operandAddress(x, 0);
    const b = operandAddress(y, 1);
    if (a === 0 || b === 0 || out.data.buffer === buffer || !isContiguous(out))
      return overRows(run, Infinity, out, [x, y]);
    emptyScratch();
    const to = takeScratch((n + 7) >> 3);
    if (to === 0) return false;
    run(1, n, to, 0, a, 0, stepOf(x), b, 0, stepOf(y));
    out.data.set(bytes.subarray(to, to + n), out.offset);
    return true;
  }, fallback);
}

/** `run(m, n, out, outRow, condition, conditionRow, x, xRow, xStep, y, yRow, yStep)` */
export function whereKernel(run: Run, fallback: Where): Where {
  return orElse((out, condition, x, y) => {
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
    if (!isDirect) return overRows(run, Infinity, out, [condition, x, y]);
    emptyScratch();
    const c = bytesCopy(condition);
    if (c === 0) return false;
    run(1, n, o, 0, c, 0, a, 0, stepOf(x), b, 0, stepOf(y));
    return true;
  }, fallback);
}

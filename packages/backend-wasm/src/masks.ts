/** Kernels that make masks of bytes, or follow them. */
import { isContiguous } from "@ndgrad/kernels";
import type { Elementwise, NdU8, Operand } from "@ndgrad/kernels";
import { addressOf, operandAddress } from "./address.js";
import { overRows } from "./elementwise.js";
import { meet } from "./layout.js";
import type { Run } from "./module/load.js";
import { buffer, bytes } from "./module/memory.js";
import { bytesCopy, emptyScratch, takeScratch } from "./scratch.js";

type Compare = (out: NdU8, x: Operand, y: Operand) => void;

/** Fewer entries than this are not worth the copy of a mask that lives elsewhere. */
const SMALL = 64;

/** `run(m, n, out, outRow, x, xRow, xStep, y, yRow, yStep)`, of numbers in the memory of the kernels. */
export function compareKernel(run: Run, fallback: Compare): Compare {
  return (out, x, y) => {
    const n = out.size;
    if (n < SMALL || (typeof x === "number" && typeof y === "number")) {
      fallback(out, x, y);
      return;
    }
    const a = operandAddress(x, 0);
    const b = operandAddress(y, 1);
    const isElsewhere = out.data.buffer !== buffer;
    if (a === 0 || b === 0 || !isElsewhere || !isContiguous(out)) {
      if (!overRows(run, Infinity, out, [x, y])) fallback(out, x, y);
      return;
    }
    emptyScratch();
    const to = takeScratch((n + 7) >> 3);
    if (to === 0) {
      fallback(out, x, y);
      return;
    }
    run(1, n, to, 0, a, 0, typeof x === "number" ? 0 : 8, b, 0, typeof y === "number" ? 0 : 8);
    out.data.set(bytes.subarray(to, to + n), out.offset);
  };
}

/** `run(m, n, out, outRow, condition, conditionRow, x, xRow, xStep, y, yRow, yStep)` */
export function whereKernel(run: Run, fallback: Elementwise["where"]): Elementwise["where"] {
  return (out, condition, x, y) => {
    const n = out.size;
    if (n < SMALL) {
      fallback(out, condition, x, y);
      return;
    }
    const a = operandAddress(x, 0);
    const b = operandAddress(y, 1);
    const o = isContiguous(out) ? addressOf(out) : 0;
    const isPlain = a !== 0 && b !== 0 && o !== 0 && isContiguous(condition);
    const isApart = isPlain && ![x, y, condition].some((z) => typeof z !== "number" && meet(out, z));
    if (!isApart) {
      if (!overRows(run, Infinity, out, [condition, x, y])) fallback(out, condition, x, y);
      return;
    }
    emptyScratch();
    const c = bytesCopy(condition);
    if (c === 0) {
      fallback(out, condition, x, y);
      return;
    }
    run(1, n, o, 0, c, 0, a, 0, typeof x === "number" ? 0 : 8, b, 0, typeof y === "number" ? 0 : 8);
  };
}

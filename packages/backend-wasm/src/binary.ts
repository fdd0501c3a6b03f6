/** Kernels of two arguments: how to run them on arrays that lie anyhow. */
import type { NdF64, Operand } from "@ndgrad/kernels";
import { addressOf, addressOfNumber, isContiguous } from "./address.js";
import { runMatrix } from "./direct.js";
import { overRows } from "./elementwise.js";
import type { Run } from "./module/load.js";
import { chunkedPair } from "./staged.js";

type Binary = (out: NdF64, x: Operand, y: Operand) => void;

/** From this size on the call of a kernel in place is cheaper than a loop here. */
const SMALL = 8;

/**
 * `run(m, n, out, outRow, x, xRow, xStep, y, yRow, yStep)`. From `staged` entries on it pays to copy arrays there and
 * back that live elsewhere.
 */
export function binaryKernel(run: Run, fallback: Binary, staged: number): Binary {
  return (out, x, y) => {
    const n = out.size;
    if (n <= SMALL || (typeof x === "number" && typeof y === "number")) fallback(out, x, y);
    else if (isContiguous(out) && isRow(x) && isRow(y)) {
      if (!overRow(run, n, out, x, y, staged)) fallback(out, x, y);
    } else if (
      !(out.shape.length === 2 && runMatrix(run, out, x, y)) &&
      !overRows(run, staged, out, [x, y])
    ) {
      fallback(out, x, y);
    }
  };
}

const isRow = (x: Operand) => typeof x === "number" || isContiguous(x);

function overRow(run: Run, n: number, out: NdF64, x: Operand, y: Operand, staged: number): boolean {
  const o = addressOf(out);
  const a = typeof x === "number" ? addressOfNumber(x, 0) : addressOf(x);
  const b = typeof y === "number" ? addressOfNumber(y, 1) : addressOf(y);
  if (o === 0 || a === 0 || b === 0) return n >= staged && chunkedPair(run, n, out, o, x, a, y, b);
  const size = 8 * n;
  const isApart = (o === a || o + size <= a || a + size <= o) && (o === b || o + size <= b || b + size <= o);
  if (!isApart) return false;
  run(1, n, o, 0, a, 0, typeof x === "number" ? 0 : 8, b, 0, typeof y === "number" ? 0 : 8);
  return true;
}

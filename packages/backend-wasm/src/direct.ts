/** The fast path for resident matrices and rows broadcast over them. */
import type { NdF64, Operand } from "@ndgrad/kernels";
import { addressOf, addressOfNumber } from "./address.js";
import type { Run } from "./module/load.js";
import { copyIn, resetScratch } from "./scratch.js";

/**
 * Makes one call `run(m, n, out, outRow, x, xRow, xStep, y, yRow, yStep)`. Returns false, having done nothing, if the
 * operands don't allow that. `out` must not be empty.
 */
export function runMatrix(run: Run, out: NdF64, x: Operand, y: Operand): boolean {
  const m = out.shape[0]!;
  const n = out.shape[1]!;
  if (n === 1 || out.stride[1] !== 1 || !isRows(x) || !isRows(y)) return false;
  const o = addressOf(out);
  if (o === 0) return false;
  resetScratch();
  const a = typeof x === "number" ? addressOfNumber(x, 0) : addressOfRows(x);
  const b = typeof y === "number" ? addressOfNumber(y, 1) : addressOfRows(y);
  if (a === 0 || b === 0) return false;
  const oR = 8 * out.stride[0]!;
  const oEnd = o + (m - 1) * oR + 8 * n;
  const xR = typeof x === "number" ? 0 : 8 * x.stride[0]!;
  const yR = typeof y === "number" ? 0 : 8 * y.stride[0]!;
  if (oR < 0 || xR < 0 || yR < 0) return false;
  const aEnd = a + (m - 1) * xR + 8 * n;
  const bEnd = b + (m - 1) * yR + 8 * n;
  const isInPlaceX = o === a && oR === xR && typeof x !== "number" && x.stride[1] === 1;
  const isInPlaceY = o === b && oR === yR && typeof y !== "number" && y.stride[1] === 1;
  if (!isInPlaceX && o < aEnd && a < oEnd) return false;
  if (!isInPlaceY && o < bEnd && b < oEnd) return false;
  const xS = typeof x === "number" ? 0 : 8 * x.stride[1]!;
  const yS = typeof y === "number" ? 0 : 8 * y.stride[1]!;
  run(m, n, o, oR, a, xR, xS, b, yR, yS);
  return true;
}

/** The address of x, or of a copy if x is a row broadcast over the matrix and not resident; 0 otherwise. */
function addressOfRows(x: NdF64): number {
  const there = addressOf(x);
  if (there !== 0 || x.stride[0] !== 0) return there;
  return copyIn(x.data, x.offset, x.stride[1] === 0 ? 1 : x.shape[1]!);
}

const isRows = (x: Operand) => typeof x === "number" || x.stride[1] === 1 || x.stride[1] === 0;

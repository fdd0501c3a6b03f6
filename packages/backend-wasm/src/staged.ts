/**
 * Runs kernels on long arrays that are not resident, copying them in pieces through memory that stays in the caches.
 */
import type { NdF64, Operand } from "@ndgrad/kernels";
import { overlaps } from "@ndgrad/kernels";
import { addressOfNumber, stepOf } from "./address.js";
import type { Run } from "./module/load.js";
import { allocateScratch, copyBack, copyIn, resetScratch } from "./scratch.js";

/** Numbers per piece. */
const PIECE = 4096;

/**
 * Calls `run(n, out, x)`. `o` and `a` are the addresses of `out` and x, 0 if not resident. Returns false if the two
 * overlap.
 */
export function runChunked(run: Run, n: number, out: NdF64, o: number, x: NdF64, a: number): boolean {
  if (mayOverwrite(out, x)) return false;
  for (let i = 0; i < n; i += PIECE) {
    const length = Math.min(PIECE, n - i);
    resetScratch();
    const from = a === 0 ? copyIn(x.data, x.offset + i, length) : a + 8 * i;
    const to = o === 0 ? allocateScratch(length) : o + 8 * i;
    run(length, to, from);
    if (o === 0) copyBack(to, out.data, out.offset + i, length);
  }
  return true;
}

/** Calls `run(1, n, out, ...)` on two operands, each contiguous or a number. Returns false if `out` overlaps one. */
export function runChunkedPair(
  run: Run,
  n: number,
  out: NdF64,
  o: number,
  x: Operand,
  a: number,
  y: Operand,
  b: number,
): boolean {
  if (mayOverwrite(out, x) || mayOverwrite(out, y)) return false;
  for (let i = 0; i < n; i += PIECE) {
    const length = Math.min(PIECE, n - i);
    resetScratch();
    const first = piece(x, a, i, length, 0);
    const second = piece(y, b, i, length, 1);
    const to = o === 0 ? allocateScratch(length) : o + 8 * i;
    run(1, length, to, 0, first, 0, stepOf(x), second, 0, stepOf(y));
    if (o === 0) copyBack(to, out.data, out.offset + i, length);
  }
  return true;
}

function piece(x: Operand, address: number, i: number, length: number, k: number): number {
  if (typeof x === "number") return addressOfNumber(x, k);
  return address === 0 ? copyIn(x.data, x.offset + i, length) : address + 8 * i;
}

/** Whether writing a piece of `out` may overwrite entries of x that are still to be read. */
function mayOverwrite(out: NdF64, x: Operand): boolean {
  if (typeof x === "number" || !overlaps(out, x)) return false;
  return out.data.byteOffset + 8 * out.offset !== x.data.byteOffset + 8 * x.offset;
}

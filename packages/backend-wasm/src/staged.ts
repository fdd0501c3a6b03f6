/** Long arrays that live elsewhere, piece by piece through memory that stays in the caches. */
import type { NdF64, Operand } from "@ndgrad/kernels";
import { overlaps } from "@ndgrad/kernels";
import { addressOfNumber, stepOf } from "./address.js";
import type { Run } from "./module/load.js";
import { copyBack, copyNumbers, emptyScratch, takeScratch } from "./scratch.js";

/** Numbers in one piece. */
const PIECE = 4096;

/** `run(n, out, x)` where `o` and `a` are addresses, 0 for an array elsewhere. False: they overlap. */
export function chunked(run: Run, n: number, out: NdF64, o: number, x: NdF64, a: number): boolean {
  if (isTangled(out, x)) return false;
  for (let i = 0; i < n; i += PIECE) {
    const length = Math.min(PIECE, n - i);
    emptyScratch();
    const from = a === 0 ? copyNumbers(x.data, x.offset + i, length) : a + 8 * i;
    const to = o === 0 ? takeScratch(length) : o + 8 * i;
    run(length, to, from);
    if (o === 0) copyBack(to, out.data, out.offset + i, length);
  }
  return true;
}

/** `run(1, n, out, ...)` of two operands, contiguous or numbers. */
export function chunkedPair(
  run: Run,
  n: number,
  out: NdF64,
  o: number,
  x: Operand,
  a: number,
  y: Operand,
  b: number,
): boolean {
  if (isTangled(out, x) || isTangled(out, y)) return false;
  for (let i = 0; i < n; i += PIECE) {
    const length = Math.min(PIECE, n - i);
    emptyScratch();
    const first = piece(x, a, i, length, 0);
    const second = piece(y, b, i, length, 1);
    const to = o === 0 ? takeScratch(length) : o + 8 * i;
    run(1, length, to, 0, first, 0, stepOf(x), second, 0, stepOf(y));
    if (o === 0) copyBack(to, out.data, out.offset + i, length);
  }
  return true;
}

function piece(x: Operand, address: number, i: number, length: number, k: number): number {
  if (typeof x === "number") return addressOfNumber(x, k);
  return address === 0 ? copyNumbers(x.data, x.offset + i, length) : address + 8 * i;
}

/** Whether a piece of `out` may be written before the same memory is read as x. */
function isTangled(out: NdF64, x: Operand): boolean {
  if (typeof x === "number" || !overlaps(out, x)) return false;
  return out.data.byteOffset + 8 * out.offset !== x.data.byteOffset + 8 * x.offset;
}

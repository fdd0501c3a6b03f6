/** Where arrays lie in the memory of the kernels. */
import type { NdArray } from "ndarray";
import { ArenaArray, isContiguous } from "@ndgrad/kernels";
import type { NdF64, Operand } from "@ndgrad/kernels";
import { buffer, numbers, regions } from "./module/memory.js";
import { knownAddress, store } from "./resident.js";

type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;

/** Shorter arrays that do not know where they are are taken to be elsewhere: asking would cost more than there is to win. */
const SHORT = 64;

/** Address of the first entry, or 0 for an array that lies elsewhere. */
export function addressOf(x: Nd): number {
  const known = knownAddress(x);
  if (known !== undefined) return known + 8 * x.offset;
  const { data } = x;
  if (data.length < SHORT || data.buffer !== buffer) return 0;
  return data.byteOffset + x.offset * data.BYTES_PER_ELEMENT;
}

/** The same where the entries lie one after the other in row-major order; 0 for all else. */
export function rowAddress(x: NdF64): number {
  if (x instanceof ArenaArray && x.store === store) return x.isContiguous ? x.address + 8 * x.offset : 0;
  return isContiguous(x) ? addressOf(x) : 0;
}

/** Whether rows of n numbers at `o` and at `a` share no memory. */
export const isApart = (n: number, o: number, a: number): boolean => o + 8 * n <= a || a + 8 * n <= o;

/** Whether they share none, or are one row. */
export const isSameOrApart = (n: number, o: number, a: number): boolean => o === a || isApart(n, o, a);

/** Of an operand: a plain number has a slot of its own as number `k`. */
export function operandAddress(x: Operand, k: number): number {
  return typeof x === "number" ? addressOfNumber(x, k) : rowAddress(x);
}

/** Bytes from one entry of a row to the next: a plain number stays where it is. */
export const stepOf = (x: Operand): 0 | 8 => (typeof x === "number" ? 0 : 8);

/** Address of a plain number: operand number `k` of a kernel has a slot of its own. */
export function addressOfNumber(x: number, k: number): number {
  numbers[regions.slots / 8 + 2 * k] = x;
  return regions.slots + 16 * k;
}

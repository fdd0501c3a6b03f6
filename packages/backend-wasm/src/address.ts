/** Addresses of arrays in the module's memory. Arrays there are called resident. */
import type { NdArray } from "ndarray";
import { ArenaArray, isContiguous } from "@ndgrad/kernels";
import type { NdF64, Operand } from "@ndgrad/kernels";
import { buffer, numbers, regions } from "./module/memory.js";
import { knownAddress, store } from "./resident.js";

type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;

/**
 * Shorter arrays that don't know their address count as not resident: reading `buffer` would cost more than the kernel
 * saves.
 */
const SHORT = 64;

/** Address of the first entry, or 0 if the array is not resident. */
export function addressOf(x: Nd): number {
  const known = knownAddress(x);
  if (known !== undefined) return known + 8 * x.offset;
  const { data } = x;
  if (data.length < SHORT || data.buffer !== buffer) return 0;
  return data.byteOffset + x.offset * data.BYTES_PER_ELEMENT;
}

/** Address of a resident, contiguous array, or 0. */
export function rowAddress(x: NdF64): number {
  if (x instanceof ArenaArray && x.store === store) return x.isContiguous ? x.address + 8 * x.offset : 0;
  return isContiguous(x) ? addressOf(x) : 0;
}

/** Whether rows of n numbers at `o` and `a` share no memory. */
export const isApart = (n: number, o: number, a: number): boolean => o + 8 * n <= a || a + 8 * n <= o;

/** Whether rows of n numbers at `o` and `a` are the same row or share no memory. */
export const isSameOrApart = (n: number, o: number, a: number): boolean => o === a || isApart(n, o, a);

/** Address of operand number `k`, or 0 if it is an array that is not resident and contiguous. */
export function operandAddress(x: Operand, k: number): number {
  return typeof x === "number" ? addressOfNumber(x, k) : rowAddress(x);
}

/** Bytes from one entry of a row to the next; 0 for a plain number. */
export const stepOf = (x: Operand): 0 | 8 => (typeof x === "number" ? 0 : 8);

/** Address of a plain number, which is stored in the slot for operand number `k`. */
export function addressOfNumber(x: number, k: number): number {
  numbers[regions.slots / 8 + 2 * k] = x;
  return regions.slots + 16 * k;
}

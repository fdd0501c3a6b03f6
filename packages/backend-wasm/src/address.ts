/** Where arrays lie in the memory of the kernels. */
import type { NdArray } from "ndarray";
import type { NdF64, Operand } from "@ndgrad/kernels";
import { buffer, numbers, regions } from "./module/memory.js";
import { knownAddress } from "./resident.js";

type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;

/** Shorter arrays that do not know where they are are not asked: that would cost more than there is to win. */
const SHORT = 64;

/** Address of the first entry, or 0 for an array that lies elsewhere. */
export function addressOf(x: Nd): number {
  const { data } = x;
  const known = knownAddress(data);
  if (known !== undefined) return known + 8 * x.offset;
  if (data.length < SHORT || data.buffer !== buffer) return 0;
  return data.byteOffset + x.offset * data.BYTES_PER_ELEMENT;
}

/** Address of a plain number: operand number `k` of a kernel has a slot of its own. */
export function addressOfNumber(x: number, k: number): number {
  numbers[regions.slots / 8 + 2 * k] = x;
  return regions.slots + 16 * k;
}

export const isNumber = (x: Operand): x is number => typeof x === "number";

/** Whether the entries lie one after the other in row-major order. */
export function isContiguous({ shape, stride }: NdF64 | Nd): boolean {
  let step = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    const n = shape[d]!;
    if (n !== 1 && stride[d] !== step) return false;
    step *= n;
  }
  return true;
}

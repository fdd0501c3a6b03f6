/** Arrays in the memory of the kernels that know their address: asking them costs 1 ns, asking for `buffer` 12 to 20. */
import { ArenaArray } from "@ndgrad/kernels";
import type { Store } from "@ndgrad/kernels";
import type { NdArray } from "ndarray";
import { buffer } from "./module/memory.js";

type Data = Float64Array | Uint8Array | Int32Array;
type Nd = NdArray<Data>;

const ADDRESS = Symbol("address");

interface Resident extends Float64Array {
  readonly [ADDRESS]?: number;
}

/** The `length` numbers at `address`, for users to keep. */
export function residentArray(address: number, length: number): Float64Array {
  // Not enumerable: comparisons and console.log see an ordinary array.
  return Object.defineProperty(new Float64Array(buffer, address, length), ADDRESS, { value: address });
}

/** The memory of the kernels; its places are addresses. Arrays of it know theirs without their data. */
export const store: Store = { data: (place, length) => new Float64Array(buffer, place, length) };

/** Address of the data of `x`, or undefined: they may be elsewhere, or have been made by others. */
export function knownAddress(x: Nd): number | undefined {
  if (x instanceof ArenaArray) return x.store === store ? x.place : undefined;
  // Other data have no such property: reading it does no harm.
  return (x.data as Resident)[ADDRESS];
}

/** Whether x and y are views of one buffer. */
export function shareBuffer(x: Nd, y: Nd): boolean {
  const [isHere, isToo] = [knownAddress(x) !== undefined, knownAddress(y) !== undefined];
  if (isHere === isToo) return isHere || x.data.buffer === y.data.buffer;
  const { data } = isHere ? y : x;
  // V8 keeps data of up to 8 numbers in its own heap until someone looks at their buffer. No array here begins at 0.
  return data.byteOffset !== 0 && data.buffer === buffer;
}

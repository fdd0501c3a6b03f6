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

/** The memory of the kernels. Arrays of it know their addresses without their data. */
export const store: Store = { buffer, data: (address, length) => new Float64Array(buffer, address, length) };

/** Address of the data of `x`, or undefined: they may be elsewhere, or have been made by others. */
export function knownAddress(x: Nd): number | undefined {
  if (x instanceof ArenaArray) return x.store === store ? x.address : undefined;
  // Other data have no such property: reading it does no harm.
  return (x.data as Resident)[ADDRESS];
}

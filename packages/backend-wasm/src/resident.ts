/** Resident arrays that know their address: reading it takes 1 ns, reading `buffer` 12 to 20 ns. */
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

/** The `length` numbers at `address`, as an array that users can keep. */
export function residentArray(address: number, length: number): Float64Array {
  // Not enumerable, so that comparisons and console.log see an ordinary array.
  return Object.defineProperty(new Float64Array(buffer, address, length), ADDRESS, { value: address });
}

/** The module's memory, as the store of ArenaArrays: these know their address without creating `data`. */
export const store: Store = { buffer, data: (address, length) => new Float64Array(buffer, address, length) };

/** Address of the data of `x`, or undefined if they don't know one: they may still be resident. */
export function knownAddress(x: Nd): number | undefined {
  if (x instanceof ArenaArray) return x.store === store ? x.address : undefined;
  // Other data lack the property and read as undefined.
  return (x.data as Resident)[ADDRESS];
}

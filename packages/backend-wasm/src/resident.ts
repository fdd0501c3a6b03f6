/** Arrays in the memory of the kernels that know their address: asking them costs 1 ns, asking for `buffer` 12 to 20. */
import { buffer } from "./module/memory.js";

const ADDRESS = Symbol("address");

interface Resident extends Float64Array {
  [ADDRESS]?: number;
}

/** The `length` numbers at `address`. */
export function residentArray(address: number, length: number): Float64Array {
  const data: Resident = new Float64Array(buffer, address, length);
  data[ADDRESS] = address;
  return data;
}

/** Address of `data`, or undefined: it may be elsewhere, or have been made by others. */
export function knownAddress(data: Float64Array | Uint8Array | Int32Array): number | undefined {
  // Other arrays have no such property: reading it does no harm.
  return (data as Resident)[ADDRESS];
}

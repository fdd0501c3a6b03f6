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

type Data = Float64Array | Uint8Array | Int32Array;

/** Address of `data`, or undefined: it may be elsewhere, or have been made by others. */
export function knownAddress(data: Data): number | undefined {
  // Other arrays have no such property: reading it does no harm.
  return (data as Resident)[ADDRESS];
}

/** Whether x and y are views of one buffer. */
export function shareBuffer(x: Data, y: Data): boolean {
  const [isHere, isToo] = [knownAddress(x) !== undefined, knownAddress(y) !== undefined];
  if (isHere === isToo) return isHere || x.buffer === y.buffer;
  const other = isHere ? y : x;
  // V8 keeps data of up to 8 numbers in its own heap until someone looks at their buffer. No array here begins at 0.
  return other.byteOffset !== 0 && other.buffer === buffer;
}

/** Where a destination shares memory with an input: the answer must be as if the input had been copied first. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import type { NdF64, NdU8 } from "../kernels.js";
import { packed } from "./pack.js";

type Destination = NdArray<Float64Array | Uint8Array | Int32Array>;

/** `x`, or a copy of it where a write to `out` could change it. */
export function unaliased<X extends NdF64 | NdU8>(out: Destination, x: X): X {
  return out.data.buffer === x.data.buffer && rangesMeet(out, x) ? copyOf(x) : x;
}

/** As `unaliased`, for kernels that read each entry before they write the entry in the same place, and no other. */
export function unaliasedEntries<X extends NdF64 | NdU8>(out: Destination, x: X): X {
  return out.data.buffer === x.data.buffer && rangesMeet(out, x) && !samePlaces(out, x) ? copyOf(x) : x;
}

function samePlaces(a: Destination, b: Destination): boolean {
  if (startByte(a) !== startByte(b) || a.data.BYTES_PER_ELEMENT !== b.data.BYTES_PER_ELEMENT) return false;
  for (let d = 0; d < a.shape.length; d++) if (a.stride[d] !== b.stride[d] && a.shape[d]! > 1) return false;
  return true;
}

function rangesMeet(a: Destination, b: Destination): boolean {
  return firstByte(a) < endByte(b) && firstByte(b) < endByte(a);
}

const startByte = (a: Destination) => a.data.byteOffset + a.offset * a.data.BYTES_PER_ELEMENT;

function firstByte(a: Destination): number {
  let reach = 0;
  for (let d = 0; d < a.shape.length; d++) reach += Math.min(0, (a.shape[d]! - 1) * a.stride[d]!);
  return startByte(a) + reach * a.data.BYTES_PER_ELEMENT;
}

function endByte(a: Destination): number {
  let reach = 1;
  for (let d = 0; d < a.shape.length; d++) reach += Math.max(0, (a.shape[d]! - 1) * a.stride[d]!);
  return startByte(a) + reach * a.data.BYTES_PER_ELEMENT;
}

function copyOf<X extends NdF64 | NdU8>(x: X): X {
  // `packed` keeps the kind of the data.
  return ndarray(packed(x), x.shape.slice()) as X;
}

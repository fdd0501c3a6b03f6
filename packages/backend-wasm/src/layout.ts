/** Which part of memory arrays touch. */
import type { NdArray } from "ndarray";
import { ArenaArray } from "@ndgrad/kernels";
import type { NdF64 } from "@ndgrad/kernels";
import { knownAddress, shareBuffer } from "./resident.js";

type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;

/** First entry that x may touch and the one behind the last, counted in its data. */
export function extent({ shape, stride, offset }: Nd): readonly [first: number, end: number] {
  let first = offset;
  let last = offset;
  for (let d = 0; d < shape.length; d++) {
    const reach = (shape[d]! - 1) * stride[d]!;
    if (reach < 0) first += reach;
    else last += reach;
  }
  return [first, last + 1];
}

/** Whether a and b may share memory. */
export function meet(a: Nd, b: Nd): boolean {
  if (!shareBuffer(a, b)) return false;
  const [aFirst, aEnd] = extent(a);
  const [bFirst, bEnd] = extent(b);
  const [aSize, bSize] = [bytesOf(a), bytesOf(b)];
  return (
    beginOf(a) + aFirst * aSize < beginOf(b) + bEnd * bSize &&
    beginOf(b) + bFirst * bSize < beginOf(a) + aEnd * aSize
  );
}

/** Whether matrices at these addresses share no memory; false also where it is not plain to see. */
export function areApart(x: NdF64, at: number, y: NdF64, where: number): boolean {
  if (x.stride[0]! < 0 || x.stride[1]! < 0 || y.stride[0]! < 0 || y.stride[1]! < 0) return false;
  return at + reach(x) <= where || where + reach(y) <= at;
}

/** Bytes from the first entry of a matrix to the end of the last. */
const reach = ({ shape, stride }: NdF64) =>
  8 * ((shape[0]! - 1) * stride[0]! + (shape[1]! - 1) * stride[1]! + 1);

/** Whether each entry of a is the same entry of b. */
export function isSameView(a: Nd, b: Nd): boolean {
  const size = bytesOf(a);
  if (size !== bytesOf(b)) return false;
  if (beginOf(a) + a.offset * size !== beginOf(b) + b.offset * size) return false;
  return a.shape.every((n, d) => n === 1 || a.stride[d] === b.stride[d]);
}

/** Where the data of x begin in their buffer. */
const beginOf = (x: Nd) => knownAddress(x) ?? x.data.byteOffset;

/** Of an entry. */
export const bytesOf = (x: Nd) => (x instanceof ArenaArray ? 8 : x.data.BYTES_PER_ELEMENT);

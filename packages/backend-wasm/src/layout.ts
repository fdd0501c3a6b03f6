/** Which part of memory arrays touch. */
import type { NdArray } from "ndarray";
import { shareBuffer } from "./resident.js";

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
  if (!shareBuffer(a.data, b.data)) return false;
  const [aFirst, aEnd] = extent(a);
  const [bFirst, bEnd] = extent(b);
  const aSize = a.data.BYTES_PER_ELEMENT;
  const bSize = b.data.BYTES_PER_ELEMENT;
  return (
    a.data.byteOffset + aFirst * aSize < b.data.byteOffset + bEnd * bSize &&
    b.data.byteOffset + bFirst * bSize < a.data.byteOffset + aEnd * aSize
  );
}

/** Whether each entry of a is the same entry of b. */
export function isSameView(a: Nd, b: Nd): boolean {
  const size = a.data.BYTES_PER_ELEMENT;
  if (size !== b.data.BYTES_PER_ELEMENT) return false;
  if (a.data.byteOffset + a.offset * size !== b.data.byteOffset + b.offset * size) return false;
  return a.shape.every((n, d) => n === 1 || a.stride[d] === b.stride[d]);
}

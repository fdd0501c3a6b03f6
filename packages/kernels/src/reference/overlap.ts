/** Destinations that share memory with an input: the answer must be as if the input had been copied first. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import type { NdF64, NdU8 } from "../kernels.js";
import { packed } from "./pack.js";

type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;

/** `x`, or a copy of it where a write to `out` could change it. */
export function unaliased<X extends NdF64 | NdU8>(out: Nd, x: X): X {
  return meet(out, x) ? copyOf(x) : x;
}

/** As `unaliased`, for kernels that read all of an entry's inputs before they write it, and only that entry's. */
export function unaliasedEntries<X extends NdF64 | NdU8>(out: Nd, x: X): X {
  return meet(out, x) && !isSameView(out, x) ? copyOf(x) : x;
}

/** As `unaliased`, where all that is written are the blocks that lie `offsets` from `block`. */
export function unaliasedBlocks(block: Nd, offsets: Int32Array, x: NdF64): NdF64 {
  return blocksMeet(block, offsets, x) ? copyOf(x) : x;
}

/** Whether `x` may share an entry with the blocks that lie `offsets` from `block`. */
export function blocksMeet(block: Nd, offsets: Int32Array, x: Nd): boolean {
  if (block.data.buffer !== x.data.buffer) return false;
  const size = block.data.BYTES_PER_ELEMENT;
  const [first, end] = byteRange(block);
  let least = 0;
  let most = 0;
  for (const offset of offsets) {
    if (offset < least) least = offset;
    if (offset > most) most = offset;
  }
  return rangesMeet([first + least * size, end + most * size], byteRange(x));
}

function meet(a: Nd, b: Nd): boolean {
  return a.data.buffer === b.data.buffer && rangesMeet(byteRange(a), byteRange(b));
}

type Range = readonly [first: number, end: number];

const rangesMeet = (a: Range, b: Range) => a[0] < b[1] && b[0] < a[1];

function byteRange({ data, shape, stride, offset }: Nd): Range {
  const size = data.BYTES_PER_ELEMENT;
  let first = offset;
  let last = offset;
  for (let d = 0; d < shape.length; d++) {
    const reach = (shape[d]! - 1) * stride[d]!;
    if (reach < 0) first += reach;
    else last += reach;
  }
  return [data.byteOffset + first * size, data.byteOffset + (last + 1) * size];
}

function isSameView(a: Nd, b: Nd): boolean {
  const size = a.data.BYTES_PER_ELEMENT;
  if (size !== b.data.BYTES_PER_ELEMENT) return false;
  if (a.data.byteOffset + a.offset * size !== b.data.byteOffset + b.offset * size) return false;
  return a.shape.every((n, d) => n === 1 || a.stride[d] === b.stride[d]);
}

function copyOf<X extends NdF64 | NdU8>(x: X): X {
  // Data of the same kind as that of `x`.
  return ndarray(packed(x), x.shape.slice()) as X;
}

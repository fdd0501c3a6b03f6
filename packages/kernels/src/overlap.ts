/** Which memory arrays touch: whether a destination shares some with an input, and what to do then. */
import type { NdArray } from "ndarray";
import { ArenaArray } from "./arena-array.js";
import { packed } from "./pack.js";
import type { NdF64, NdU8 } from "./signatures.js";
import { ndarray } from "./view.js";

type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;

/** The first entry that `x` may touch and the one behind the last, counted in its data. */
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

/** Whether `a` and `b` may share memory. */
export function overlaps(a: Nd, b: Nd): boolean {
  // Two ordinary arrays mostly have a buffer each.
  const areOrdinary = !(a instanceof ArenaArray || b instanceof ArenaArray);
  if (areOrdinary && a.data.buffer !== b.data.buffer) return false;
  const [aFirst, aEnd] = extent(a);
  const [bFirst, bEnd] = extent(b);
  return bytesOverlap(a, aFirst, aEnd, b, bFirst, bEnd);
}

/** Whether `x` may share an entry with the blocks that lie `offsets` from `block`. */
export function blocksOverlap(block: Nd, offsets: Int32Array, x: Nd): boolean {
  let least = 0;
  let most = 0;
  for (let k = 0; k < offsets.length; k++) {
    const offset = offsets[k]!;
    if (offset < least) least = offset;
    if (offset > most) most = offset;
  }
  const [first, end] = extent(block);
  const [xFirst, xEnd] = extent(x);
  return bytesOverlap(block, first + least, end + most, x, xFirst, xEnd);
}

/**
 * The same for entries from a first one to before an end. Asks for buffers last: that moves small data out of V8's own heap, and
 * the memory of a transform seldom has the addresses of ordinary arrays.
 */
function bytesOverlap(a: Nd, aFirst: number, aEnd: number, b: Nd, bFirst: number, bEnd: number): boolean {
  const [aSize, bSize] = [bytesPerEntry(a), bytesPerEntry(b)];
  const [aBegin, bBegin] = [beginOf(a), beginOf(b)];
  return (
    aBegin + aFirst * aSize < bBegin + bEnd * bSize &&
    bBegin + bFirst * bSize < aBegin + aEnd * aSize &&
    bufferOf(a) === bufferOf(b)
  );
}

/** Whether each entry of `a` is the same entry of `b`, two arrays of one buffer. */
export function isSameView(a: Nd, b: Nd): boolean {
  const size = bytesPerEntry(a);
  if (size !== bytesPerEntry(b)) return false;
  if (beginOf(a) + a.offset * size !== beginOf(b) + b.offset * size) return false;
  return a.shape.every((n, d) => n === 1 || a.stride[d] === b.stride[d]);
}

/** `x`, or a copy of it where a write to `out` could change it. */
export function unaliased<X extends NdF64 | NdU8>(out: Nd, x: X): X {
  return overlaps(out, x) ? copyOf(x) : x;
}

/** As `unaliased`, for kernels that read all of an entry's inputs before they write it, and only that entry's. */
export function unaliasedEntries<X extends NdF64 | NdU8>(out: Nd, x: X): X {
  return overlaps(out, x) && !isSameView(out, x) ? copyOf(x) : x;
}

/** As `unaliased`, where all that is written are the blocks that lie `offsets` from `block`. */
export function unaliasedBlocks(block: Nd, offsets: Int32Array, x: NdF64): NdF64 {
  return blocksOverlap(block, offsets, x) ? copyOf(x) : x;
}

export const bytesPerEntry = (x: Nd) => (x instanceof ArenaArray ? 8 : x.data.BYTES_PER_ELEMENT);

/** Where the data of `x` begin in their buffer, in bytes. */
const beginOf = (x: Nd) => (x instanceof ArenaArray ? x.address : x.data.byteOffset);

const bufferOf = (x: Nd) => (x instanceof ArenaArray ? x.store.buffer : x.data.buffer);

function copyOf<X extends NdF64 | NdU8>(x: X): X {
  // Data of the same kind as that of `x`.
  return ndarray(packed(x), x.shape) as X;
}

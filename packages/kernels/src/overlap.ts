/** Tells whether a destination shares memory with an input, and copies the input if it does. */
import type { NdArray } from "ndarray";
import { ArenaArray } from "./arena-array.js";
import { pack } from "./pack.js";
import type { NdF64, NdU8 } from "./signatures.js";
import { ndarray } from "./view.js";

type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;

/** The range of positions in its data that `x` may touch, from `first` to before `end`. */
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
  // Ordinary arrays usually have a buffer each.
  const areOrdinary = !(a instanceof ArenaArray || b instanceof ArenaArray);
  if (areOrdinary && a.data.buffer !== b.data.buffer) return false;
  const [aFirst, aEnd] = extent(a);
  const [bFirst, bEnd] = extent(b);
  return bytesOverlap(a, aFirst, aEnd, b, bFirst, bEnd);
}

/** Whether `x` may share memory with the blocks at these `offsets` from `block`. */
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
 * The same for ranges of entries. Compares buffers last: reading `buffer` moves small data out of V8's heap, and the
 * addresses of a transform's memory seldom coincide with those of ordinary arrays.
 */
function bytesOverlap(a: Nd, aFirst: number, aEnd: number, b: Nd, bFirst: number, bEnd: number): boolean {
  const [aSize, bSize] = [bytesPerEntry(a), bytesPerEntry(b)];
  const [aStart, bStart] = [startOf(a), startOf(b)];
  return (
    aStart + aFirst * aSize < bStart + bEnd * bSize &&
    bStart + bFirst * bSize < aStart + aEnd * aSize &&
    bufferOf(a) === bufferOf(b)
  );
}

/** Whether each entry of `a` is the same entry of `b`. The two must share a buffer. */
export function isSameView(a: Nd, b: Nd): boolean {
  const size = bytesPerEntry(a);
  if (size !== bytesPerEntry(b)) return false;
  if (startOf(a) + a.offset * size !== startOf(b) + b.offset * size) return false;
  return a.shape.every((n, d) => n === 1 || a.stride[d] === b.stride[d]);
}

/** `x`, or a copy of it if a write to `out` could change it. */
export function unaliased<X extends NdF64 | NdU8>(out: Nd, x: X): X {
  return overlaps(out, x) ? copyOf(x) : x;
}

/** Like `unaliased`, for kernels that compute each entry from the same entry of the inputs: they may work in place. */
export function unaliasedEntries<X extends NdF64 | NdU8>(out: Nd, x: X): X {
  return overlaps(out, x) && !isSameView(out, x) ? copyOf(x) : x;
}

/** Like `unaliased`, for kernels that only write the blocks at these `offsets` from `block`. */
export function unaliasedBlocks(block: Nd, offsets: Int32Array, x: NdF64): NdF64 {
  return blocksOverlap(block, offsets, x) ? copyOf(x) : x;
}

export const bytesPerEntry = (x: Nd) => (x instanceof ArenaArray ? 8 : x.data.BYTES_PER_ELEMENT);

/** The byte at which the data of `x` start in their buffer. */
const startOf = (x: Nd) => (x instanceof ArenaArray ? x.address : x.data.byteOffset);

const bufferOf = (x: Nd) => (x instanceof ArenaArray ? x.store.buffer : x.data.buffer);

function copyOf<X extends NdF64 | NdU8>(x: X): X {
  // `pack` returns data of the same kind.
  return ndarray(pack(x), x.shape) as X;
}

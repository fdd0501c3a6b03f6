/** Temporary copies in the module's memory, of arrays that are not resident or whose layout no kernel can walk. */
import { ArenaArray, extent, rowMajorStride } from "@ndgrad/kernels";
import type { NdF64, NdU8 } from "@ndgrad/kernels";
import { copy } from "./copy.js";
import { store } from "./resident.js";
import { buffer, bytes, integers, numbers, regions } from "./module/memory.js";

let next = regions.scratch;

/** Discards all copies. Call it before the first copy for a kernel call. */
export function resetScratch(): void {
  next = regions.scratch;
}

/** Allocates n numbers and returns their address, or 0 if they don't fit. */
export function allocateScratch(n: number): number {
  const at = next;
  const end = at + ((n + 1) & ~1) * 8;
  if (end > regions.scratchEnd) return 0;
  next = end;
  return at;
}

/** An array of this shape in scratch memory, or undefined if it doesn't fit. */
export function scratchArray(shape: number[], size: number): ArenaArray | undefined {
  const at = allocateScratch(size);
  if (at === 0) return undefined;
  return new ArenaArray(store, at, size, shape, rowMajorStride(shape), 0, size, true);
}

/** A contiguous copy of x in scratch memory, or undefined if it doesn't fit. */
export function packedCopy(x: NdF64): ArenaArray | undefined {
  const to = scratchArray(x.shape, x.size);
  if (to !== undefined) copy(to, x);
  return to;
}

/** Copies n numbers of `data` in, from `first` on, and returns their address, or 0 if they don't fit. */
export function copyIn(data: Float64Array, first: number, n: number): number {
  const at = allocateScratch(n);
  if (at === 0) return 0;
  const to = at / 8;
  // Creating a subarray costs more than copying a few numbers.
  if (n <= 32) for (let i = 0; i < n; i++) numbers[to + i] = data[first + i]!;
  else numbers.set(n === data.length ? data : data.subarray(first, first + n), to);
  return at;
}

/** Copies n numbers at an address out to `data`. */
export function copyBack(at: number, data: Float64Array, first: number, n: number): void {
  const from = at / 8;
  if (n <= 32) for (let i = 0; i < n; i++) data[first + i] = numbers[from + i]!;
  else data.set(numbers.subarray(from, from + n), first);
}

/**
 * Address of the bytes of x if they are resident, or of a copy with the same layout; 0 if it doesn't fit or is too
 * sparse.
 */
export function bytesCopy(x: NdU8): number {
  if (x.data.buffer === buffer) return x.data.byteOffset + x.offset;
  const [first, end] = extent(x);
  const at = end - first <= 2 * x.size ? allocateScratch((end - first + 7) >> 3) : 0;
  if (at !== 0) bytes.set(x.data.subarray(first, end), at);
  return at === 0 ? 0 : at + x.offset - first;
}

/** Copies offsets in and returns their address, or 0 if they don't fit. */
export function copyOffsets(from: Int32Array): number {
  const at = allocateScratch((from.length + 1) >> 1);
  if (at !== 0) integers.set(from, at / 4);
  return at;
}

/** Copies in the memory of the kernels, for arrays that lie elsewhere or in no order that a kernel can follow. */
import { ArenaArray, extent, rowMajorStride } from "@ndgrad/kernels";
import type { NdF64, NdU8 } from "@ndgrad/kernels";
import { copy } from "./copy.js";
import { store } from "./resident.js";
import { buffer, bytes, numbers, places, regions } from "./module/memory.js";

let next = regions.scratch;

/** Forget all copies: whoever starts a call that needs some does this first. */
export function emptyScratch(): void {
  next = regions.scratch;
}

/** Address of room for n numbers, or 0 where so much is not free. */
export function takeScratch(n: number): number {
  const at = next;
  const end = at + ((n + 1) & ~1) * 8;
  if (end > regions.scratchEnd) return 0;
  next = end;
  return at;
}

/** An array of this shape in scratch memory, or undefined. */
export function scratchArray(shape: number[], size: number): ArenaArray | undefined {
  const at = takeScratch(size);
  if (at === 0) return undefined;
  return new ArenaArray(store, at, size, shape, rowMajorStride(shape), 0, size, true);
}

/** The entries of x one after the other in scratch memory, or undefined. */
export function packedCopy(x: NdF64): ArenaArray | undefined {
  const to = scratchArray(x.shape, x.size);
  if (to !== undefined) copy(to, x);
  return to;
}

/** Address of a copy of numbers first..first + n - 1 of `data`, or 0. */
export function copyNumbers(data: Float64Array, first: number, n: number): number {
  const at = takeScratch(n);
  if (at === 0) return 0;
  const to = at / 8;
  // A view costs more than a few steps.
  if (n <= 32) for (let i = 0; i < n; i++) numbers[to + i] = data[first + i]!;
  else numbers.set(n === data.length ? data : data.subarray(first, first + n), to);
  return at;
}

/** Numbers at an address to `data`. */
export function copyBack(at: number, data: Float64Array, first: number, n: number): void {
  const from = at / 8;
  if (n <= 32) for (let i = 0; i < n; i++) data[first + i] = numbers[from + i]!;
  else data.set(numbers.subarray(from, from + n), first);
}

/** Address of bytes that lie together row by row, here or copied here, or 0. */
export function bytesCopy(x: NdU8): number {
  if (x.data.buffer === buffer) return x.data.byteOffset + x.offset;
  const [first, end] = extent(x);
  const at = end - first <= 2 * x.size ? takeScratch((end - first + 7) >> 3) : 0;
  if (at !== 0) bytes.set(x.data.subarray(first, end), at);
  return at === 0 ? 0 : at + x.offset - first;
}

/** Address of a copy of offsets or other places, or 0. */
export function copyPlaces(from: Int32Array): number {
  const at = takeScratch((from.length + 1) >> 1);
  if (at !== 0) places.set(from, at / 4);
  return at;
}

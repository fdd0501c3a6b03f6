/** Room for arrays in the memory of the kernels: taken in order, given back all at once. */
import { buffer, regions } from "./module/memory.js";
import { residentArray } from "./resident.js";

let next = regions.arena;

/**
 * A bump arena. Arrays of it need no copies when kernels run on them. Nothing is zeroed, and nothing is checked after
 * `release`: views of released room still read and write it.
 */
export const memory = {
  /** Room for `length` numbers, on a boundary of 16 bytes, with what was there before. Throws a RangeError when full. */
  allocate(length: number): Float64Array {
    const at = next;
    // Two numbers are the least: so all stay aligned.
    const end = at + ((length + 1) & ~1) * 8;
    if (!(length >= 0 && length % 1 === 0 && length < 2 ** 30 && end <= regions.end)) fail(length);
    next = end;
    return residentArray(at, length);
  },
  /** Whether there is room for `length` numbers. */
  fits(length: number): boolean {
    return next + ((length + 1) & ~1) * 8 <= regions.end;
  },
  /** Whether `data` lies in the memory of the kernels. */
  owns(data: ArrayBufferView): boolean {
    return data.buffer === buffer;
  },
  /** A place to release to: everything allocated later lies behind it. */
  mark(): number {
    return next;
  },
  /** Give back everything allocated since `mark`, or everything. */
  release(mark: number = regions.arena): void {
    if (!(mark >= regions.arena && mark <= next)) {
      throw new RangeError(
        `memory.release: expected a mark from ${regions.arena} to ${next}, got ${mark}. Release marks in the reverse order of their making.`,
      );
    }
    next = mark;
  },
  /** Bytes in use. */
  used(): number {
    return next - regions.arena;
  },
};

function fail(length: number): never {
  const free = (regions.end - next) / 8;
  throw new RangeError(
    `memory.allocate: expected a length up to the ${free} numbers that are free, got ${length}. Release what is no longer needed, or use an ordinary Float64Array.`,
  );
}

/** Room for arrays in the memory of the kernels: taken in order from below and given back all at once, or kept from above. */
import { buffer, regions } from "./module/memory.js";
import { residentArray } from "./resident.js";

let next = regions.arena;
/** Behind it lie the arrays that stay. */
let top: number = regions.end;

/** Address of room for `length` numbers, on a boundary of 16 bytes; 0 where there is none. */
export function take(length: number): number {
  const at = next;
  // Two numbers are the least: so all stay aligned.
  const end = at + ((length + 1) & ~1) * 8;
  if (!(length < 2 ** 30 && end <= top)) return 0;
  next = end;
  return at;
}

/**
 * A bump arena. Arrays of it need no copies when kernels run on them. Nothing is zeroed, and nothing is checked after
 * `release`: views of released room still read and write it.
 */
export const memory = {
  /** Room for `length` numbers, on a boundary of 16 bytes, with what was there before. Throws a RangeError when full. */
  allocate(length: number): Float64Array {
    const at = length >= 0 && length % 1 === 0 ? take(length) : 0;
    return at === 0 ? fail("allocate", length) : residentArray(at, length);
  },
  /** Room for `length` numbers that no `release` takes back: for data that is read again and again. RangeError when full. */
  keep(length: number): Float64Array {
    const at = top - ((length + 1) & ~1) * 8;
    if (!(length >= 0 && length % 1 === 0 && length < 2 ** 30 && at >= next)) fail("keep", length);
    top = at;
    return residentArray(at, length);
  },
  /** Whether there is room for `length` numbers. */
  fits(length: number): boolean {
    return next + ((length + 1) & ~1) * 8 <= top;
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
  /** Will what lies at `address` be taken back by a release to `mark`? */
  releases(mark: number, address: number): boolean {
    return address >= mark && address < next;
  },
  /** Bytes in use, without what stays. */
  used(): number {
    return next - regions.arena;
  },
};

function fail(what: string, length: number): never {
  const free = (top - next) / 8;
  throw new RangeError(
    `memory.${what}: expected a length up to the ${free} numbers that are free, got ${length}. Release what is no longer needed, or use an ordinary Float64Array.`,
  );
}

/** Room for arrays in the memory of the kernels: taken in order from below and given back all at once, or kept from above. */
import { ONE_AT_A_TIME } from "@ndgrad/kernels";
import { buffer, regions } from "./module/memory.js";
import { residentArray } from "./resident.js";

let next = regions.arena;
/** Behind it lie the arrays that stay. */
let top: number = regions.end;
/** Is a transform running whose arrays lie here? What others took or gave back meanwhile would mix with them. */
let isLent = false;

/** Bytes for `length` numbers. Two are the least: so all stay aligned. Infinity for lengths that no memory has. */
function bytesFor(length: number): number {
  return length >= 0 && length < 2 ** 30 && length % 1 === 0 ? ((length + 1) & ~1) * 8 : Infinity;
}

/** Address of room for `length` numbers, on a boundary of 16 bytes; 0 where there is none. */
export function take(length: number): number {
  const at = next;
  const end = at + bytesFor(length);
  if (end > top) return 0;
  next = end;
  return at;
}

/** Give the arena to a transform: its arrays lie behind the place that is returned. */
export function lend(): number {
  if (isLent) throw new Error(ONE_AT_A_TIME);
  isLent = true;
  return next;
}

/** Was the array at `address` taken since `start`? */
export function isSince(start: number, address: number): boolean {
  return address >= start && address < next;
}

export function takeBack(start: number): void {
  isLent = false;
  next = start;
}

/**
 * A bump arena. Arrays of it need no copies when kernels run on them. Nothing is zeroed, and nothing is checked after
 * `release`: views of released room still read and write it. While a transform runs it is the transform's.
 */
export const memory = {
  /** Room for `length` numbers, on a boundary of 16 bytes, with what was there before. Throws a RangeError when full. */
  allocate(length: number): Float64Array {
    refuseIfLent(
      "allocate",
      "whose end would take this room back. Use memory.pin or an ordinary Float64Array",
    );
    const at = take(length);
    return at === 0 ? fail("allocate", length) : residentArray(at, length);
  },
  /** Room for `length` numbers that no `release` takes back: for data that is read again and again. RangeError when full. */
  pin(length: number): Float64Array {
    if (!memory.fits(length)) fail("pin", length);
    top -= bytesFor(length);
    return residentArray(top, length);
  },
  /** Whether there is room for `length` numbers. */
  fits(length: number): boolean {
    return next + bytesFor(length) <= top;
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
    refuseIfLent("release", "whose arrays lie here. Release before it begins or after it has ended");
    if (!(mark >= regions.arena && mark <= next)) {
      throw new RangeError(
        `memory.release: expected a mark from ${regions.arena} to ${next}, got ${mark}. Release marks in the reverse order of their making.`,
      );
    }
    next = mark;
  },
  /** Bytes in use, without what stays. */
  used(): number {
    return next - regions.arena;
  },
};

function refuseIfLent(what: string, why: string): void {
  if (isLent) throw new RangeError(`memory.${what}: expected no transform to be running, got one, ${why}.`);
}

function fail(what: string, length: number): never {
  const free = (top - next) / 8;
  throw new RangeError(
    `memory.${what}: expected a length up to the ${free} numbers that are free, got ${length}. Release what is no longer needed, or use an ordinary Float64Array.`,
  );
}

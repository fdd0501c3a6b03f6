/**
 * A bump arena in the module's memory: allocates from the bottom and releases back to a mark; pinned arrays fill it
 * from the top.
 */
import { ONE_AT_A_TIME } from "@ndgrad/kernels";
import { buffer, regions } from "./module/memory.js";
import { residentArray } from "./resident.js";

let next = regions.arena;
/** Pinned arrays start here. */
let top: number = regions.end;
/** Whether a running transform owns the arena: allocations and releases by others would mix with its own. */
let isLent = false;

/** Bytes for `length` numbers, a multiple of 16 for alignment; Infinity for impossible lengths. */
function bytesFor(length: number): number {
  return length >= 0 && length < 2 ** 30 && length % 1 === 0 ? ((length + 1) & ~1) * 8 : Infinity;
}

/** Allocates `length` numbers and returns their address, a multiple of 16; 0 if the arena is full. */
export function take(length: number): number {
  const at = next;
  const end = at + bytesFor(length);
  if (end > top) return 0;
  next = end;
  return at;
}

/** Hands the arena over to a transform. Its arrays will lie at the returned address or above. */
export function lend(): number {
  if (isLent) throw new Error(ONE_AT_A_TIME);
  isLent = true;
  return next;
}

/** Whether the array at `address` was allocated since the arena was at `start`. */
export function wasAllocatedSince(start: number, address: number): boolean {
  return address >= start && address < next;
}

/** Takes the arena back from a transform, with everything allocated since `start`. */
export function reclaim(start: number): void {
  isLent = false;
  next = start;
}

/**
 * A bump arena for arrays on which kernels run without copies. Nothing is zeroed. After `release` nothing is checked:
 * views of released memory still read and write it. While a transform runs, it owns the arena.
 */
export const memory = {
  /**
   * `length` numbers with arbitrary contents, aligned to 16 bytes. Throws RangeError when the arena is full or a
   * transform runs.
   */
  allocate(length: number): Float64Array {
    refuseIfLent(
      "allocate",
      "whose end would reclaim this array. Use memory.pin or an ordinary Float64Array",
    );
    const at = take(length);
    return at === 0 ? fail("allocate", length) : residentArray(at, length);
  },
  /**
   * `length` numbers that no `release` reclaims, for data that is read repeatedly. Throws RangeError when the arena is
   * full.
   */
  pin(length: number): Float64Array {
    if (!memory.fits(length)) fail("pin", length);
    top -= bytesFor(length);
    return residentArray(top, length);
  },
  /** Whether `length` numbers are free. */
  fits(length: number): boolean {
    return next + bytesFor(length) <= top;
  },
  /** Whether `data` is in the module's memory. */
  owns(data: ArrayBufferView): boolean {
    return data.buffer === buffer;
  },
  /** A mark to release to. */
  mark(): number {
    return next;
  },
  /**
   * Reclaims everything allocated since `mark`, by default everything. Throws RangeError for a wrong mark or while a
   * transform runs.
   */
  release(mark: number = regions.arena): void {
    refuseIfLent("release", "whose arrays are in the arena. Release before it begins or after it has ended");
    if (!(mark >= regions.arena && mark <= next)) {
      throw new RangeError(
        `memory.release: expected a mark from ${regions.arena} to ${next}, got ${mark}. Release marks in reverse order.`,
      );
    }
    next = mark;
  },
  /** Bytes in use, without pinned arrays. */
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

/** Arrays in memory that can be watched. */
import ndarray from "ndarray";
import { sizeOf } from "./problem.js";
import type { Entries, Kind, Nd } from "./problem.js";

const types = { f64: Float64Array, u8: Uint8Array, i32: Int32Array };

/** Where the entries of an array lie: counted in entries, from the first that it may touch. */
export interface Places {
  readonly stride: readonly number[];
  readonly offset: number;
  /** How many entries the memory must have. */
  readonly extent: number;
}

/** Memory full of numbers that belong to nobody. */
export function junk(bytes: number): ArrayBuffer {
  const numbers = new Float64Array(Math.ceil(bytes / 8));
  for (let i = 0; i < numbers.length; i++) numbers[i] = 1e10 + i;
  return numbers.buffer;
}

/** An array of this kind whose first possible entry is `start` entries into the buffer. */
export function view(
  kind: Kind,
  buffer: ArrayBuffer,
  shape: readonly number[],
  places: Places,
  start = 0,
): Nd {
  return ndarray(new types[kind](buffer), [...shape], [...places.stride], places.offset + start);
}

export const bytesPerEntry = (kind: Kind): number => types[kind].BYTES_PER_ELEMENT;

export function read(x: Nd): Entries {
  const { data } = x;
  const entries = new Float64Array(sizeOf(x.shape));
  eachPlace(x, (place, i) => (entries[i] = data[place]!));
  return entries;
}

export function write(x: Nd, entries: Entries): void {
  const { data } = x;
  eachPlace(x, (place, i) => (data[place] = entries[i]!));
}

/** Calls `f` with the place of each entry in the data, in row-major order. */
function eachPlace({ shape, stride, offset }: Nd, f: (place: number, i: number) => void): void {
  const index = shape.map(() => 0);
  const size = sizeOf(shape);
  let place = offset;
  for (let i = 0; i < size; i++) {
    f(place, i);
    for (let d = shape.length - 1; d >= 0; d--) {
      place += stride[d]!;
      if (++index[d]! < shape[d]!) break;
      index[d] = 0;
      place -= shape[d]! * stride[d]!;
    }
  }
}

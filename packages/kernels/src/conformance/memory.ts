/** Test arrays in memory whose every byte can be checked. */
import ndarray from "ndarray";
import { sizeOf } from "./problem.js";
import type { Entries, Kind, Nd } from "./problem.js";

const types = { f64: Float64Array, u8: Uint8Array, i32: Int32Array };

/** The placement of an array, counted in entries from the first that it may touch. */
export interface Placement {
  readonly stride: readonly number[];
  readonly offset: number;
  /** The number of entries that the memory must have. */
  readonly extent: number;
}

/** A buffer filled with numbers that no test expects. */
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
  placement: Placement,
  start = 0,
): Nd {
  return ndarray(new types[kind](buffer), [...shape], [...placement.stride], placement.offset + start);
}

export const bytesPerEntry = (kind: Kind): number => types[kind].BYTES_PER_ELEMENT;

export function read(x: Nd): Entries {
  const { data } = x;
  const entries = new Float64Array(sizeOf(x.shape));
  eachPosition(x, (position, i) => (entries[i] = data[position]!));
  return entries;
}

export function write(x: Nd, entries: Entries): void {
  const { data } = x;
  eachPosition(x, (position, i) => (data[position] = entries[i]!));
}

/** Calls `f` with the position of each entry in the data, in row-major order of the entries. */
function eachPosition({ shape, stride, offset }: Nd, f: (position: number, i: number) => void): void {
  const index = shape.map(() => 0);
  const size = sizeOf(shape);
  let position = offset;
  for (let i = 0; i < size; i++) {
    f(position, i);
    for (let d = shape.length - 1; d >= 0; d--) {
      position += stride[d]!;
      if (++index[d]! < shape[d]!) break;
      index[d] = 0;
      position -= shape[d]! * stride[d]!;
    }
  }
}

/** A backend that makes all operands resident: it copies each whole buffer in and out. */
import { memory } from "@ndgrad/backend-wasm";
import { ArenaArray, isContiguous } from "@ndgrad/kernels";
import type { Backend } from "@ndgrad/kernels";
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { residentArray, store } from "../src/resident.js";

type Data = Float64Array | Uint8Array | Int32Array;

/**
 * `kernel` on copies of its arguments, which overlap as the originals do. Copies the k-th buffer in if `moves(k)`.
 */
export function relocated<K extends keyof Backend>(
  kernel: NonNullable<Backend[K]>,
  moves: (k: number) => boolean = () => true,
): NonNullable<Backend[K]> {
  const run = (...args: unknown[]): unknown => {
    const mark = memory.mark();
    const buffers = new Set(args.flatMap((x) => (isNd(x) ? [x.data.buffer] : [])));
    const moved = new Map<ArrayBufferLike, Float64Array>();
    [...buffers].forEach((buffer, k) => {
      if (moves(k)) moved.set(buffer, moveBuffer(buffer));
    });
    const there = args.map((x) => (isNd(x) ? move(x, moved) : x));
    // The arguments are of the types that they were.
    const answer = (kernel as (...args: unknown[]) => unknown)(...there);
    for (const [buffer, copy] of moved) new Float64Array(buffer).set(copy);
    memory.release(mark);
    return answer;
  };
  // Takes what the kernel takes.
  return run as NonNullable<Backend[K]>;
}

const isNd = (x: unknown): x is NdArray<Data> => typeof x === "object" && x !== null && "stride" in x;

function moveBuffer(buffer: ArrayBufferLike): Float64Array {
  const copy = memory.allocate(buffer.byteLength / 8);
  copy.set(new Float64Array(buffer));
  return copy;
}

/** Alternates between arrays of a transform and arrays of a user. */
function move(x: NdArray<Data>, moved: ReadonlyMap<ArrayBufferLike, Float64Array>): NdArray<Data> {
  const { data } = x;
  const copy = moved.get(data.buffer);
  if (copy === undefined) return x;
  const at = copy.byteOffset + data.byteOffset;
  const [shape, stride] = [x.shape.slice(), x.stride.slice()];
  if (data instanceof Float64Array && turn++ % 2 === 0)
    return new ArenaArray(store, at, data.length, shape, stride, x.offset, x.size, isContiguous(x));
  return ndarray(dataAt(data, copy.buffer, at), shape, stride, x.offset);
}

let turn = 0;

function dataAt(data: Data, buffer: ArrayBufferLike, at: number): Data {
  if (data instanceof Float64Array) return residentArray(at, data.length);
  if (data instanceof Int32Array) return new Int32Array(buffer, at, data.length);
  return new Uint8Array(buffer, at, data.length);
}

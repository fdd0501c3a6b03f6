/** Makes arrays: with ndarray's arguments, or float64 ones without a check of the data's type. */
import type { NdArray } from "ndarray";
import { ArenaArray, areContiguous, rowMajorStride } from "./arena-array.js";
import type { NdF64 } from "./signatures.js";
import { Float64Strided, Int32Strided, Uint8Strided } from "./strided-array.js";
import type { Data } from "./strided-array.js";

type Sizes = readonly number[];

/**
 * The function of the npm package `ndarray`, with the same defaults, but without generated code. Copies the lists.
 * Throws TypeError for data other than a Float64Array, Uint8Array or Int32Array.
 */
export function ndarray<D extends Data>(
  data: D,
  shape: Sizes = [data.length],
  stride: Sizes = rowMajorStride(shape),
  offset = firstOffset(shape, stride),
): NdArray<D> {
  const tag = Object.prototype.toString.call(data);
  // By tag, because `instanceof` fails across realms. The compiler can't know that the tag determines the class.
  const Of = (classes as Record<string, unknown>)[tag] as Class<D> | undefined;
  if (Of === undefined)
    throw new TypeError(
      `ndarray: expected a Float64Array, Uint8Array or Int32Array, got ${tag.slice(8, -1)}. Use the package ndarray.`,
    );
  return new Of(data, shape.slice(), stride.slice(), offset);
}

type Class<D extends Data> = new (data: D, shape: number[], stride: number[], offset: number) => NdArray<D>;

const classes = {
  "[object Float64Array]": Float64Strided,
  "[object Uint8Array]": Uint8Strided,
  "[object Int32Array]": Int32Strided,
};

/** The smallest offset that keeps all entries inside the data, given negative strides. */
function firstOffset(shape: Sizes, stride: Sizes): number {
  return stride.reduce((offset, s, d) => (s < 0 ? offset - (shape[d]! - 1) * s : offset), 0);
}

/** A float64 array with this shape and these strides. Copies the lists. */
export function view(data: Float64Array, shape: Sizes, stride: Sizes, offset: number): NdF64 {
  switch (shape.length) {
    case 1:
      return new Float64Strided(data, [shape[0]!], [stride[0]!], offset);
    case 2:
      return new Float64Strided(data, [shape[0]!, shape[1]!], [stride[0]!, stride[1]!], offset);
    default:
      return new Float64Strided(data, shape.slice(), stride.slice(), offset);
  }
}

/** A row-major float64 array that starts at `offset` of `data`. */
export function rowMajor(data: Float64Array, shape: Sizes, offset = 0): NdF64 {
  if (shape.length === 2) return new Float64Strided(data, [shape[0]!, shape[1]!], [shape[1]!, 1], offset);
  return view(data, shape, rowMajorStride(shape), offset);
}

/** A view of the data of `x` with another shape, strides and offset. It may share the lists: never write to them. */
export function stridedView(x: NdF64, shape: Sizes, stride: Sizes, offset: number): NdF64 {
  return x instanceof ArenaArray ? x.as(shape, stride, offset) : view(x.data, shape, stride, offset);
}

/** A row-major view of the data of `x` with another shape, starting at `offset`. */
export function rowMajorOf(x: NdF64, shape: Sizes, offset: number): NdF64 {
  return x instanceof ArenaArray
    ? x.as(shape, rowMajorStride(shape), offset)
    : rowMajor(x.data, shape, offset);
}

/** Whether the entries are contiguous in row-major order. A number counts as contiguous. */
export function isContiguous(x: number | { readonly shape: Sizes; readonly stride: Sizes }): boolean {
  if (x instanceof ArenaArray) return x.isContiguous;
  return typeof x === "number" || areContiguous(x.shape, x.stride);
}

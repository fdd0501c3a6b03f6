/** Makes arrays: by the arguments that ndarray takes, or of float64 without asking what the data are. */
import type { NdArray } from "ndarray";
import { ArenaArray, areContiguous, rowMajorStride } from "./arena-array.js";
import type { NdF64 } from "./signatures.js";
import { Float64Strided, Int32Strided, Uint8Strided } from "./strided-array.js";
import type { Data } from "./strided-array.js";

type Sizes = readonly number[];

/** `ndarray(data, shape, stride, offset)` of the npm package, with its defaults, without generated code. The lists are copied. */
export function ndarray<D extends Data>(
  data: D,
  shape: Sizes = [data.length],
  stride: Sizes = rowMajorStride(shape),
  offset = firstOffset(shape, stride),
): NdArray<D> {
  const tag = Object.prototype.toString.call(data);
  // By tag, for `instanceof` fails across realms. The class is that of the data.
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

/** Where the first entry is if the last one in each backward dimension is the first of the data. */
function firstOffset(shape: Sizes, stride: Sizes): number {
  return stride.reduce((offset, s, d) => (s < 0 ? offset - (shape[d]! - 1) * s : offset), 0);
}

/** A float64 array with these sizes and strides; the lists are copied. */
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

/** A float64 array in row-major order, from the beginning of `data` or from `offset` on. */
export function rowMajor(data: Float64Array, shape: Sizes, offset = 0): NdF64 {
  if (shape.length === 2) return new Float64Strided(data, [shape[0]!, shape[1]!], [shape[1]!, 1], offset);
  return view(data, shape, rowMajorStride(shape), offset);
}

/** The entries of `x` read with another shape and other strides, from `offset` of its data on. Nobody may write to the lists. */
export function stridedView(x: NdF64, shape: Sizes, stride: Sizes, offset: number): NdF64 {
  return x instanceof ArenaArray ? x.as(shape, stride, offset) : view(x.data, shape, stride, offset);
}

/** Another shape over the entries of `x`, which lie one after the other from `offset` of its data on. */
export function rowMajorOf(x: NdF64, shape: Sizes, offset: number): NdF64 {
  return x instanceof ArenaArray
    ? x.as(shape, rowMajorStride(shape), offset)
    : rowMajor(x.data, shape, offset);
}

/** Whether the entries lie one after the other in row-major order. A number is as good as such. */
export function isContiguous(x: number | { readonly shape: Sizes; readonly stride: Sizes }): boolean {
  if (x instanceof ArenaArray) return x.isContiguous;
  return typeof x === "number" || areContiguous(x.shape, x.stride);
}

/** Views of float64 arrays, made in 2 ns instead of the 90 that `ndarray()` takes to find out the type of its data. */
import ndarray from "ndarray";
import { ArenaArray, isRowMajor, rowMajorStride } from "./arena-array.js";
import type { NdF64 } from "./kernels.js";

type Sizes = readonly number[];
type View = new (data: Float64Array, ...places: number[]) => NdF64;

/** The class of ndarray's own float64 views, by rank. Its arguments: data, sizes, strides, offset. */
const classes: View[] = [];

function classOf(rank: number): View {
  const example = ndarray(new Float64Array(1), new Array<number>(rank).fill(1));
  return (classes[rank] = example.constructor as View);
}

/** `ndarray(data, shape, stride, offset)`; the lists are copied. */
export function view(data: Float64Array, shape: Sizes, stride: Sizes, offset: number): NdF64 {
  const rank = shape.length;
  const Of = classes[rank] ?? classOf(rank);
  switch (rank) {
    case 0:
      return new Of(data, offset);
    case 1:
      return new Of(data, shape[0]!, stride[0]!, offset);
    case 2:
      return new Of(data, shape[0]!, shape[1]!, stride[0]!, stride[1]!, offset);
    case 3:
      return new Of(data, shape[0]!, shape[1]!, shape[2]!, stride[0]!, stride[1]!, stride[2]!, offset);
    default:
      return new Of(data, ...shape, ...stride, offset);
  }
}

/** `ndarray(data, shape)`: row-major, from the beginning of `data` or from `offset` on. */
export function rowMajor(data: Float64Array, shape: Sizes, offset = 0): NdF64 {
  const rank = shape.length;
  if (rank === 2) return new (classes[2] ?? classOf(2))(data, shape[0]!, shape[1]!, shape[1]!, 1, offset);
  return view(data, shape, rowMajorStride(shape), offset);
}

/** The entries of `x` read with another shape and other strides, from `offset` of its data on. Nobody may write to the lists. */
export function viewOf(x: NdF64, shape: Sizes, stride: Sizes, offset: number): NdF64 {
  return x instanceof ArenaArray ? x.as(shape, stride, offset) : view(x.data, shape, stride, offset);
}

/** Another shape over the entries of `x`, which lie one after the other from `offset` of its data on. */
export function rowMajorOf(x: NdF64, shape: Sizes, offset: number): NdF64 {
  return x instanceof ArenaArray
    ? x.as(shape, rowMajorStride(shape), offset)
    : rowMajor(x.data, shape, offset);
}

/** Whether the entries lie one after the other in row-major order. */
export function isContiguous(x: { readonly shape: Sizes; readonly stride: Sizes }): boolean {
  return x instanceof ArenaArray ? x.isRow : isRowMajor(x.shape, x.stride);
}

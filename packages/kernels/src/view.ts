/** ndarrays of float64 made in 2 ns instead of the 90 that `ndarray()` takes to find out the type of its data. */
import ndarray from "ndarray";
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
  if (rank === 1) return view(data, shape, UNIT, offset);
  if (rank === 2) return new (classes[2] ?? classOf(2))(data, shape[0]!, shape[1]!, shape[1]!, 1, offset);
  const stride = new Array<number>(rank);
  let step = 1;
  for (let a = rank - 1; a >= 0; step *= shape[a--]!) stride[a] = step;
  return view(data, shape, stride, offset);
}

const UNIT: Sizes = [1];

/** Copies in row-major order, which BLAS can use directly. */
import { ndarray, overlaps, reference } from "@ndgrad/kernels";
import type { NdF64 } from "@ndgrad/kernels";

/** A new row-major array of the shape of `x`. */
export function emptyLike(x: NdF64): NdF64 {
  return ndarray(new Float64Array(x.size), x.shape.slice());
}

/** A row-major copy of the matrices of `x`. A matrix repeated along a batch dimension is copied once. */
export function pack(x: NdF64): NdF64 {
  const isRepeated = x.stride.map((s, d) => s === 0 && d < x.shape.length - 2);
  const shape = x.shape.map((n, d) => (isRepeated[d] ? 1 : n));
  const copy = ndarray(new Float64Array(shape.reduce((size, n) => size * n, 1)), shape);
  reference.copy(copy, ndarray(x.data, shape, x.stride, x.offset));
  const stride = copy.stride.map((s, d) => (isRepeated[d] ? 0 : s));
  return ndarray(copy.data, x.shape.slice(), stride);
}

/** `x`, or a copy of it if a write to `out` could change it. Neither may be empty. */
export function unaliased(out: NdF64, x: NdF64): NdF64 {
  return overlaps(out, x) ? pack(x) : x;
}

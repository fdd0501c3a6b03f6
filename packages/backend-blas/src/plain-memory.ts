/** Arrays whose memory BLAS, or another kernel, may use as it lies. */
import { ndarray, overlaps, reference } from "@ndgrad/kernels";
import type { NdF64 } from "@ndgrad/kernels";

/** Matrices of the shape of `x` in fresh memory, in row-major order. */
export function blank(x: NdF64): NdF64 {
  return ndarray(new Float64Array(x.size), x.shape.slice());
}

/** The matrices of `x` in memory of their own, in row-major order. One that a batch repeats is copied once. */
export function packed(x: NdF64): NdF64 {
  const isRepeated = x.stride.map((s, d) => s === 0 && d < x.shape.length - 2);
  const shape = x.shape.map((n, d) => (isRepeated[d] ? 1 : n));
  const copy = ndarray(new Float64Array(shape.reduce((size, n) => size * n, 1)), shape);
  reference.copy(copy, ndarray(x.data, shape, x.stride, x.offset));
  const stride = copy.stride.map((s, d) => (isRepeated[d] ? 0 : s));
  return ndarray(copy.data, x.shape.slice(), stride);
}

/** `x`, or a copy of it where a write to `out` could change it. Neither is empty. */
export function unaliased(out: NdF64, x: NdF64): NdF64 {
  return overlaps(out, x) ? packed(x) : x;
}

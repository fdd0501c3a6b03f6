/** Makes kernels from functions of one row. */
import type { NdArray } from "ndarray";
import type { NdF64 } from "../signatures.js";
import { collapse, walk } from "../layout.js";
import { unaliased, unaliasedEntries } from "../overlap.js";
import { pack } from "../pack.js";

/** Reduces the n entries of a row, `step` apart, to one number. */
export type RowReduction = (n: number, x: Float64Array, from: number, step: number) => number;

/** Maps a row of n entries to another row, which may be the same memory. */
export type RowMap<D extends Float64Array | Int32Array> = (
  n: number,
  out: D,
  to: number,
  toStep: number,
  x: Float64Array,
  from: number,
  fromStep: number,
) => void;

/** A kernel that applies `f` to each row of `x`. The trailing dimensions of `x`, in row-major order, are a row. */
export function reduceRows<D extends Float64Array | Int32Array>(f: RowReduction) {
  return (out: NdArray<D>, input: NdF64): void => {
    const x = unaliased(out, input);
    const rank = out.shape.length;
    const row = collapse(x.shape.slice(rank), [x.stride.slice(rank)]);
    if (row.shape.length === 1) {
      each(out, x.data, x.offset, x.stride, row.shape[0]!, row.strides[0]![0]!);
    } else {
      // The entries of a row are not evenly spaced: pack them.
      const n = row.shape.reduce((product, size) => product * size, 1);
      const stride = new Array<number>(rank);
      for (let d = rank - 1, step = n; d >= 0; step *= x.shape[d--]!) stride[d] = step;
      // The data of `x` are a Float64Array, and `pack` returns the same kind.
      each(out, pack(x) as Float64Array, 0, stride, n, 1);
    }
  };

  function each(
    out: NdArray<D>,
    x: Float64Array,
    from: number,
    xStride: readonly number[],
    n: number,
    step: number,
  ) {
    const at: [number, number] = [out.offset, from];
    walk({ shape: out.shape, strides: [out.stride, xStride] }, out.shape.length, at, () => {
      out.data[at[0]] = f(n, x, at[1], step);
    });
  }
}

/** A kernel that applies `f` to each row along the last axis. `out` may be `x` itself. */
export function mapRows<D extends Float64Array | Int32Array>(f: RowMap<D>) {
  return (out: NdArray<D>, input: NdF64): void => {
    const x = unaliasedEntries(out, input);
    const last = out.shape.length - 1;
    const n = last < 0 ? 1 : out.shape[last]!;
    const at: [number, number] = [out.offset, x.offset];
    walk({ shape: out.shape, strides: [out.stride, x.stride] }, last, at, () => {
      f(n, out.data, at[0], out.stride[last] ?? 0, x.data, at[1], x.stride[last] ?? 0);
    });
  };
}

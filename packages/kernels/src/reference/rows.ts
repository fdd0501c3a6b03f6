/** Kernels made of what is to be done to one row of numbers. */
import type { NdArray } from "ndarray";
import type { NdF64 } from "../signatures.js";
import { collapse, walk } from "../layout.js";
import { unaliased, unaliasedEntries } from "../overlap.js";
import { packed } from "../pack.js";

/** One number from the n entries of a row, `step` apart. */
export type RowReduction = (n: number, x: Float64Array, from: number, step: number) => number;

/** From a row of n entries to another, which may be the same memory. */
export type RowMap<D extends Float64Array | Int32Array> = (
  n: number,
  out: D,
  to: number,
  toStep: number,
  x: Float64Array,
  from: number,
  fromStep: number,
) => void;

/** `out` = `f` of each row that the trailing dimensions of `x` make, in row-major order. */
export function ofEachRow<D extends Float64Array | Int32Array>(f: RowReduction) {
  return (out: NdArray<D>, input: NdF64): void => {
    const x = unaliased(out, input);
    const rank = out.shape.length;
    const row = collapse(x.shape.slice(rank), [x.stride.slice(rank)]);
    if (row.shape.length === 1) {
      each(out, x.data, x.offset, x.stride, row.shape[0]!, row.strides[0]![0]!);
    } else {
      // No single step leads through a row: pack them.
      const n = row.shape.reduce((product, size) => product * size, 1);
      const stride = new Array<number>(rank);
      for (let d = rank - 1, step = n; d >= 0; step *= x.shape[d--]!) stride[d] = step;
      // The data of `x` are Float64Array, so are those that are packed.
      each(out, packed(x) as Float64Array, 0, stride, n, 1);
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

/** `f` from each row along the last axis of `x` to the same row of `out`, which may be the same memory. */
export function alongLast<D extends Float64Array | Int32Array>(f: RowMap<D>) {
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

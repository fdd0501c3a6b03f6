/** Kernels that work on one row of numbers at a time: reductions, scans, sorting. */
import type { NdArray } from "ndarray";
import type { NdF64 } from "../kernels.js";
import { collapse, walk } from "./layout.js";
import { unaliased } from "./overlap.js";
import { packed } from "./pack.js";
import ndarray from "ndarray";

type Destination = NdArray<Float64Array | Int32Array>;

/** `out` = `f` of each row that the trailing dimensions of `x` make, in row-major order. */
export function reduction(f: (data: Float64Array, offset: number, n: number, step: number) => number) {
  return (out: Destination, input: NdF64): void => {
    const rank = out.shape.length;
    let x = unaliased(out, input);
    let rows = collapse(x.shape.slice(rank), [x.stride.slice(rank)]);
    if (rows.shape.length > 1) {
      // One step does not lead from each entry of a row to the next: lay them out so.
      x = contiguousCopy(x);
      rows = collapse(x.shape.slice(rank), [x.stride.slice(rank)]);
    }
    const n = rows.shape[0]!;
    const step = rows.strides[0]![0]!;
    const at = [out.offset, x.offset];
    walk({ shape: out.shape, strides: [out.stride, x.stride] }, rank, at, () => {
      out.data[at[0]!] = f(x.data, at[1]!, n, step);
    });
  };
}

/** `f` from each row along the last axis of `x` into the same row of `out`. */
export function alongLast<D extends Float64Array | Int32Array>(
  f: (n: number, out: D, to: number, toStep: number, x: Float64Array, from: number, fromStep: number) => void,
) {
  return (out: NdArray<D>, input: NdF64): void => {
    const x = unaliased(out, input);
    const last = out.shape.length - 1;
    const at = [out.offset, x.offset];
    const n = last < 0 ? 1 : out.shape[last]!;
    walk({ shape: out.shape, strides: [out.stride, x.stride] }, last, at, () => {
      f(n, out.data, at[0]!, out.stride[last] ?? 0, x.data, at[1]!, x.stride[last] ?? 0);
    });
  };
}

function contiguousCopy(x: NdF64): NdF64 {
  // `packed` keeps the kind of the data.
  return ndarray(packed(x) as Float64Array, x.shape.slice());
}

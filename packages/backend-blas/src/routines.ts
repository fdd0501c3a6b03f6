/** Which BLAS routine multiplies matrices of these shapes. All operands lie as `storageOf` wants. */
import type { NdF64 } from "@ndgrad/kernels";
import { AS_IS, TRANSPOSED } from "./bind-blas.js";
import type { Blas } from "./bind-blas.js";
import { storageOf } from "./storage.js";

/** Multiplies the matrices at these offsets of the data. */
export type AtOffsets = (out: number, a: number, b: number) => void;

/** [m, k] by [k, n]. An operand in the other order than `out` is its own transpose in that order. */
export function matrixByMatrix({ dgemm }: Blas, out: NdF64, a: NdF64, b: NdF64): AtOffsets {
  const [m, n, k] = [rowsOf(out), columnsOf(out), columnsOf(a)];
  const [c, x, y] = [storageOf(out)!, storageOf(a)!, storageOf(b)!];
  const transposeA = x.order === c.order ? AS_IS : TRANSPOSED;
  const transposeB = y.order === c.order ? AS_IS : TRANSPOSED;
  return (outAt, aAt, bAt) =>
    dgemm(
      c.order,
      transposeA,
      transposeB,
      m,
      n,
      k,
      1,
      from(a, aAt),
      x.leading,
      from(b, bAt),
      y.leading,
      0,
      from(out, outAt),
      c.leading,
    );
}

/** [m, k] by [k, 1]. */
export function matrixByVector({ dgemv }: Blas, out: NdF64, a: NdF64, b: NdF64): AtOffsets {
  const [m, k] = [rowsOf(a), columnsOf(a)];
  const { order, leading } = storageOf(a)!;
  const [step, outStep] = [stepOf(b), stepOf(out)];
  return (outAt, aAt, bAt) =>
    dgemv(order, AS_IS, m, k, 1, from(a, aAt), leading, from(b, bAt), step, 0, from(out, outAt), outStep);
}

/** [1, k] by [k, n]. */
export function vectorByMatrix({ dgemv }: Blas, out: NdF64, a: NdF64, b: NdF64): AtOffsets {
  const [k, n] = [rowsOf(b), columnsOf(b)];
  const { order, leading } = storageOf(b)!;
  const [step, outStep] = [stepOf(a), stepOf(out)];
  return (outAt, aAt, bAt) =>
    dgemv(
      order,
      TRANSPOSED,
      k,
      n,
      1,
      from(b, bAt),
      leading,
      from(a, aAt),
      step,
      0,
      from(out, outAt),
      outStep,
    );
}

/** [1, k] by [k, 1]. */
export function dot({ ddot }: Blas, out: NdF64, a: NdF64, b: NdF64): AtOffsets {
  const [k, aStep, bStep] = [columnsOf(a), stepOf(a), stepOf(b)];
  return (outAt, aAt, bAt) => {
    out.data[outAt] = ddot(k, from(a, aAt), aStep, from(b, bAt), bStep);
  };
}

const rowsOf = ({ shape }: NdF64) => shape[shape.length - 2]!;

const columnsOf = ({ shape }: NdF64) => shape[shape.length - 1]!;

/** From one entry to the next of a matrix with one row or one column. */
function stepOf(x: NdF64): number {
  const last = x.shape.length - 1;
  const step = columnsOf(x) === 1 ? x.stride[last - 1]! : x.stride[last]!;
  // The stride of a dimension with one entry means nothing, and BLAS refuses 0.
  return rowsOf(x) === 1 && columnsOf(x) === 1 ? 1 : step;
}

/** Without a new view where there is no need of one: it costs a third of a call. */
const from = ({ data }: NdF64, offset: number) => (offset === 0 ? data : data.subarray(offset));

/** The BLAS routines for products of matrices and vectors. All operands are in a storage that `storageOf` accepts. */
import { AS_IS, TRANSPOSED } from "./bind-blas.js";
import type { Blas, Transpose } from "./bind-blas.js";
import { pointerTo } from "./storage.js";
import type { Stored } from "./storage.js";

/** Multiplies the matrices at these offsets of the data. */
export type AtOffsets = (out: number, a: number, b: number) => void;

/** [m, k] by [k, n]. An operand in a different order than `out` is passed as a transpose. */
export function matrixByMatrix({ dgemm }: Blas, out: Stored, a: Stored, b: Stored): AtOffsets {
  const [m, n, k] = [rowsOf(out), columnsOf(out), columnsOf(a)];
  const transposeA = a.order === out.order ? AS_IS : TRANSPOSED;
  const transposeB = b.order === out.order ? AS_IS : TRANSPOSED;
  return (outAt, aAt, bAt) =>
    dgemm(
      out.order,
      transposeA,
      transposeB,
      m,
      n,
      k,
      1,
      pointerTo(a.array.data, aAt),
      a.leading,
      pointerTo(b.array.data, bAt),
      b.leading,
      0,
      pointerTo(out.array.data, outAt),
      out.leading,
    );
}

/** [m, k] by [k, 1]. */
export function matrixByVector(blas: Blas, out: Stored, a: Stored, b: Stored): AtOffsets {
  return gemv(blas, out, a, AS_IS, b);
}

/** [1, k] by [k, n]. */
export function vectorByMatrix(blas: Blas, out: Stored, a: Stored, b: Stored): AtOffsets {
  const run = gemv(blas, out, b, TRANSPOSED, a);
  return (outAt, aAt, bAt) => run(outAt, bAt, aAt);
}

/** The product of a matrix, or of its transpose, with a vector. */
function gemv({ dgemv }: Blas, out: Stored, matrix: Stored, transpose: Transpose, x: Stored): AtOffsets {
  const [rows, columns] = [rowsOf(matrix), columnsOf(matrix)];
  const { order, leading } = matrix;
  const [step, outStep] = [stepOf(x), stepOf(out)];
  return (outAt, matrixAt, xAt) => {
    const [p, q] = [pointerTo(matrix.array.data, matrixAt), pointerTo(x.array.data, xAt)];
    dgemv(
      order,
      transpose,
      rows,
      columns,
      1,
      p,
      leading,
      q,
      step,
      0,
      pointerTo(out.array.data, outAt),
      outStep,
    );
  };
}

/** [1, k] by [k, 1]. */
export function dot({ ddot }: Blas, out: Stored, a: Stored, b: Stored): AtOffsets {
  const [k, aStep, bStep] = [columnsOf(a), stepOf(a), stepOf(b)];
  return (outAt, aAt, bAt) => {
    out.array.data[outAt] = ddot(k, pointerTo(a.array.data, aAt), aStep, pointerTo(b.array.data, bAt), bStep);
  };
}

const rowsOf = ({ array: { shape } }: Stored) => shape[shape.length - 2]!;

const columnsOf = ({ array: { shape } }: Stored) => shape[shape.length - 1]!;

/** The step from one entry to the next of a matrix with one row or one column. */
function stepOf(x: Stored): number {
  const { stride } = x.array;
  const step = columnsOf(x) === 1 ? stride[stride.length - 2]! : stride[stride.length - 1]!;
  // The stride of a dimension with one entry means nothing, and BLAS refuses 0.
  return rowsOf(x) === 1 && columnsOf(x) === 1 ? 1 : step;
}

/** Matrices in BLAS storage: contiguous rows or contiguous columns, spaced by a leading dimension. */
import type { NdF64 } from "@ndgrad/kernels";
import { COLUMNS, ROWS } from "./bind-blas.js";
import type { Order } from "./bind-blas.js";

export interface Stored {
  readonly array: NdF64;
  readonly order: Order;
  /** The step from one row, or one column, to the next. */
  readonly leading: number;
}

/** The storage of the matrices in the last two dimensions of `array`; undefined if BLAS can't use their strides. */
export function storageOf(array: NdF64): Stored | undefined {
  const { shape, stride } = array;
  const last = shape.length - 1;
  const [rows, columns] = [shape[last - 1]!, shape[last]!];
  const [row, column] = [stride[last - 1]!, stride[last]!];
  const leading = leadingOf(rows, columns, row, column);
  if (leading === 0) return undefined;
  return { array, order: leading > 0 ? ROWS : COLUMNS, leading: Math.abs(leading) };
}

/** The step between rows if rows are contiguous, minus the step between columns if columns are, 0 if neither are. */
export function leadingOf(rows: number, columns: number, row: number, column: number): number {
  // The stride of a dimension with one entry means nothing.
  if (column === 1 || columns === 1) {
    if (rows === 1) return columns;
    if (row >= columns) return row;
  }
  return (row === 1 || rows === 1) && column >= rows ? -column : 0;
}

/** `data` from `offset` on. Avoids creating a subarray for offset 0, which would cost a third of a call. */
export const pointerTo = (data: Float64Array, offset: number): Float64Array =>
  offset === 0 ? data : data.subarray(offset);

/** Matrices as BLAS wants them: whole rows or whole columns without gaps, a leading dimension apart. */
import type { NdF64 } from "@ndgrad/kernels";
import { COLUMNS, ROWS } from "./bind-blas.js";
import type { Order } from "./bind-blas.js";

export interface Stored {
  readonly array: NdF64;
  readonly order: Order;
  /** From one row to the next, or from one column. */
  readonly leading: number;
}

/** How the matrices in the last two dimensions of `array` lie; undefined where BLAS can't take them so. */
export function storageOf(array: NdF64): Stored | undefined {
  const { shape, stride } = array;
  const last = shape.length - 1;
  const [rows, columns] = [shape[last - 1]!, shape[last]!];
  const [row, column] = [stride[last - 1]!, stride[last]!];
  const leading = leadingOf(rows, columns, row, column);
  if (leading === 0) return undefined;
  return { array, order: leading > 0 ? ROWS : COLUMNS, leading: Math.abs(leading) };
}

/** From row to row; from column to column, negative, where columns lie together instead; 0 where neither do. */
export function leadingOf(rows: number, columns: number, row: number, column: number): number {
  // The stride of a dimension with one entry means nothing.
  if (column === 1 || columns === 1) {
    if (rows === 1) return columns;
    if (row >= columns) return row;
  }
  return (row === 1 || rows === 1) && column >= rows ? -column : 0;
}

/** `data` from `offset` on. Without a new view where there is no need of one: it costs a third of a call. */
export const from = (data: Float64Array, offset: number): Float64Array =>
  offset === 0 ? data : data.subarray(offset);

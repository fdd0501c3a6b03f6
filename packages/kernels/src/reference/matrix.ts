/** Matrices as the product loops see them. */

/** A matrix in memory. `row` and `column` are the steps to the next row and the next column. */
export interface Matrix {
  readonly data: Float64Array;
  readonly offset: number;
  readonly row: number;
  readonly column: number;
}

/** The sizes of an m × k by k × n product. */
export interface Sizes {
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

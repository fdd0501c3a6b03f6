/** Matrices as the product loops see them. */

/** A matrix in memory: how far it is to the next row and the next column. */
export interface Matrix {
  readonly data: Float64Array;
  readonly offset: number;
  readonly row: number;
  readonly column: number;
}

/** The product is m x n, its sums have k terms. */
export interface Sizes {
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

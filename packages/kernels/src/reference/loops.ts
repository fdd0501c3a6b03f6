/** The type of the generated loops of one kernel: see scripts/build.mjs. */

export type Data = Float64Array | Uint8Array;

type Row<D> = [data: D, offset: number, rowStep: number];
type Block<D> = [data: D, offset: number, rowStep: number, step: number];

/** Loops that compute o = f(x, y, z) over m rows of n entries. Operands that f does not take are ignored. */
export interface Loops {
  /**
   * Loops for contiguous rows. Each operand comes with its step from row to row. If bit k of the index in this list is
   * set, operand k is one number, at its offset.
   */
  readonly rows: readonly ((
    m: number,
    n: number,
    ...operands: [...Row<Data>, ...Row<Data>, ...Row<Data>, ...Row<Data>]
  ) => void)[];
  /**
   * The loop for any rows. Each operand comes with its steps from row to row and from entry to entry, 0 for a number.
   */
  block(
    m: number,
    n: number,
    ...operands: [...Block<Data>, ...Block<Data>, ...Block<Data>, ...Block<Data>]
  ): void;
}

/** The loops that a pairwise fold runs on its smallest pieces. */
export interface FoldLoops {
  readonly identity: number;
  combine(x: number, y: number): number;
  /** The combination of n entries, `step` apart. */
  row(n: number, x: Float64Array, from: number, step: number): number;
  /** Combines m rows of n columns, row by row, into `acc[to .. to + n]`. */
  columns(
    acc: Float64Array,
    to: number,
    n: number,
    m: number,
    x: Float64Array,
    from: number,
    rowStep: number,
    step: number,
  ): void;
}

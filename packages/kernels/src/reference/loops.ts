/** What the generated loops of one kernel are: see scripts/build.mjs. */

export type Data = Float64Array | Uint8Array;

type Row<D> = [data: D, offset: number, rowStep: number];
type Block<D> = [data: D, offset: number, rowStep: number, step: number];

/** `o[...] = f(x[...], y[...], z[...])` for m rows of n entries. Operands that f does not take are ignored. */
export interface Loops {
  /**
   * For rows of neighbours: each operand with its step from row to row. Bit k of the place in this list says that operand k
   * is one number, the first of its data.
   */
  readonly rows: readonly ((
    m: number,
    n: number,
    ...operands: [...Row<Data>, ...Row<Data>, ...Row<Data>, ...Row<Data>]
  ) => void)[];
  /** For any rows: each operand also with its step from entry to entry, 0 for a number. */
  block(
    m: number,
    n: number,
    ...operands: [...Block<Data>, ...Block<Data>, ...Block<Data>, ...Block<Data>]
  ): void;
}

/** The pieces in which a pairwise fold ends. */
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

/** Combines numbers pair by pair: halves apart, so that the rounding errors of n numbers meet in log n steps (Higham 1993). */

/** The source of an operation on the sources x and y. */
export type Operation = (x: string, y: string) => string;

/** Loops for the pieces in which halving ends. */
export interface FoldLoops {
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
  combine(x: number, y: number): number;
  readonly identity: number;
}

/** Entries of a row, and rows of columns, that are combined in one loop. */
const PIECE = 256;
/** Columns that are combined together: their accumulators stay in the first-level cache. */
const WIDTH = 256;

export function foldRow(loops: FoldLoops, n: number, x: Float64Array, from: number, step: number): number {
  if (n <= PIECE) return loops.row(n, x, from, step);
  const half = n >> 1;
  const first = foldRow(loops, half, x, from, step);
  return loops.combine(first, foldRow(loops, n - half, x, from + half * step, step));
}

/** For each of `width` columns, `step` apart, the combination of its m entries, `rowStep` apart, to `out`. */
export function foldColumns(
  loops: FoldLoops,
  out: Float64Array,
  to: number,
  toStep: number,
  width: number,
  m: number,
  x: Float64Array,
  from: number,
  rowStep: number,
  step: number,
): void {
  // Room for the columns, and for the second half of each halving.
  const acc = new Float64Array(Math.min(width, WIDTH) * (2 + Math.ceil(Math.log2(Math.max(1, m / PIECE)))));
  for (let first = 0; first < width; first += WIDTH) {
    const n = Math.min(WIDTH, width - first);
    foldHalves(loops, acc, 0, n, m, x, from + first * step, rowStep, step);
    for (let j = 0; j < n; j++) out[to + (first + j) * toStep] = acc[j]!;
  }
}

function foldHalves(
  loops: FoldLoops,
  acc: Float64Array,
  to: number,
  n: number,
  m: number,
  x: Float64Array,
  from: number,
  rowStep: number,
  step: number,
): void {
  if (m <= PIECE) {
    acc.fill(loops.identity, to, to + n);
    loops.columns(acc, to, n, m, x, from, rowStep, step);
  } else {
    const half = m >> 1;
    foldHalves(loops, acc, to, n, half, x, from, rowStep, step);
    foldHalves(loops, acc, to + n, n, m - half, x, from + half * rowStep, rowStep, step);
    loops.columns(acc, to, n, 1, acc, to + n, 0, 1);
  }
}

/** Loops from source, as in `compileLoops`. Here the operation itself is source: nothing is left to be inlined. */
export function compileFold(name: string, f: Operation, identity: number): FoldLoops {
  const four = f(f("x[k]", "x[k + rowStep | 0]"), f("x[k + 2 * rowStep | 0]", "x[k + 3 * rowStep | 0]"));
  const source = `return {
    identity,
    combine: function ${name}(x, y) { return ${f("x", "y")}; },
    row: function ${name}Row(n, x, from, step) {
      let a = identity, b = identity, c = identity, d = identity, i = 0;
      for (; i < n - 3; i += 4, from += 4 * step) {
        a = ${f("a", "x[from]")};
        b = ${f("b", "x[from + step | 0]")};
        c = ${f("c", "x[from + 2 * step | 0]")};
        d = ${f("d", "x[from + 3 * step | 0]")};
      }
      for (; i < n; i++, from += step) a = ${f("a", "x[from]")};
      return ${f(f("a", "b"), f("c", "d"))};
    },
    columns: function ${name}Columns(acc, to, n, m, x, from, rowStep, step) {
      let i = 0;
      for (; i < m - 3; i += 4, from += 4 * rowStep) {
        for (let j = 0, k = from; j < n; j++, k += step) acc[to + j] = ${f("acc[to + j]", four)};
      }
      for (; i < m; i++, from += rowStep) {
        for (let j = 0, k = from; j < n; j++, k += step) acc[to + j] = ${f("acc[to + j]", "x[k]")};
      }
    }
  }`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- all of the source stands above, but for name and operation
  const make = new Function("identity", source) as (identity: number) => FoldLoops;
  return make(identity);
}

/**
 * Pairwise folds: combines the two halves recursively, so that rounding errors grow with log n, not n (Higham 1993).
 */

import type { FoldLoops } from "./loops.js";

/** Up to this many entries of a row, or rows of columns, are combined in one loop. */
const PIECE = 256;
/** The number of columns combined together: their accumulators stay in the first-level cache. */
const WIDTH = 256;

export function foldRow(loops: FoldLoops, n: number, x: Float64Array, from: number, step: number): number {
  if (n <= PIECE) return loops.row(n, x, from, step);
  const half = n >> 1;
  const first = foldRow(loops, half, x, from, step);
  return loops.combine(first, foldRow(loops, n - half, x, from + half * step, step));
}

/**
 * Combines the m entries, `rowStep` apart, of each of `width` columns, `step` apart, and writes the answers to `out`.
 */
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
  // Holds the columns, and the second half at each level of the recursion.
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

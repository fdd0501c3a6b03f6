/** Householder reflectors H = I − τ v vᵀ, v starting with 1: made from a vector, applied from either side. */
import { addRows, addScaled, dot } from "./vector.js";
import { hypot, norm2 } from "./norms.js";

/**
 * Overwrite x[i..i+count) with the v of the H that maps it to (β, 0, …, 0), except that x[i] becomes β, where v has its
 * 1. Returns τ, which is 0 (and H = I) if the vector already has that form. The sign of β is opposite to that of x[i],
 * as in LAPACK, so that nothing cancels. Source: Golub & Van Loan, 4th ed., 5.1.3.
 */
export function makeReflector(x: Float64Array, i: number, count: number): number {
  const tail = norm2(x, i + 1, count - 1);
  if (tail === 0) return 0;
  const alpha = x[i]!;
  const beta = alpha < 0 ? hypot(alpha, tail) : -hypot(alpha, tail);
  for (let r = i + 1; r < i + count; r++) x[r]! /= alpha - beta;
  x[i] = beta;
  return (beta - alpha) / beta;
}

/** A block of a row-major matrix: `rows`×`cols` from (`row`, `col`), rows `ld` entries apart. */
export interface Block {
  readonly a: Float64Array;
  readonly ld: number;
  readonly row: number;
  readonly col: number;
  readonly rows: number;
  readonly cols: number;
}

/** block ← H·block, with v at v[i..i+rows). */
export function reflectLeft(
  { a, ld, row, col, rows, cols }: Block,
  tau: number,
  v: Float64Array,
  i: number,
): void {
  if (tau === 0 || cols === 0) return;
  const start = row * ld + col;
  const w = new Float64Array(cols);
  addRows(w, 0, cols, 1, v, i, rows, a, start, ld);
  for (let r = 0; r < rows; r++) addScaled(a, start + r * ld, -tau * v[i + r]!, w, 0, cols);
}

/** block ← block·H, with v at v[i..i+cols). */
export function reflectRight(
  { a, ld, row, col, rows, cols }: Block,
  tau: number,
  v: Float64Array,
  i: number,
): void {
  if (tau === 0) return;
  const start = row * ld + col;
  for (let at = start; at < start + rows * ld; at += ld)
    addScaled(a, at, -tau * dot(a, at, v, i, cols), v, i, cols);
}

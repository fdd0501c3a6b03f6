/** One product of resident matrices: chooses the kernel and whether to compute the transposed product. */
import type { Run } from "./module/load.js";
import { regions } from "./module/memory.js";

/**
 * out[m, n] = a[m, k] b[k, n]. `oR` and `oS` are the steps to the next row and column of `out` in bytes; likewise for a
 * and b.
 */
export type Multiply = (
  m: number,
  n: number,
  k: number,
  out: number,
  oR: number,
  oS: number,
  a: number,
  aR: number,
  aS: number,
  b: number,
  bR: number,
  bS: number,
) => void;

/**
 * Uses `gemm(m, n, k, out, outRow, a, aRow, aStep, b, bRow, bStep, workspace)`, which needs contiguous rows of `out`,
 * and `gemv(m, k, out, outStep, a, aRow, aStep, x, xStep)`. If the columns of `out` are contiguous instead, computes
 * the transposed product outᵀ = bᵀ aᵀ.
 */
export function multiplier(gemm: Run, gemv: Run): Multiply {
  return (m, n, k, out, oR, oS, a, aR, aS, b, bR, bS) => {
    if (n === 1 && ((aS === 8 && bR === 8) || aR === 8)) gemv(m, k, out, oR, a, aR, aS, b, bR);
    else if (m === 1 && ((bR === 8 && aS === 8) || bS === 8)) gemv(n, k, out, oS, b, bS, bR, a, aS);
    else if (oS === 8 || n === 1) gemm(m, n, k, out, oR, a, aR, aS, b, bR, bS, regions.workspace);
    else gemm(n, m, k, out, oS, b, bS, bR, a, aS, aR, regions.workspace);
  };
}

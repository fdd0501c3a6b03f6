/** One matrix product in the memory of the kernels: by which of them, and which way round. */
import type { Run } from "./module/load.js";
import { regions } from "./module/memory.js";

/** out[m, n] = a[m, k] b[k, n]; steps in bytes to the next row and the next column. */
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
 * By `gemm(m, n, k, out, outRow, a, aRow, aStep, b, bRow, bStep, room)`, where rows of `out` lie together, and
 * `gemv(m, k, out, outStep, a, aRow, aStep, x, xStep)`. A transposed product is that of the transposed factors in
 * reverse order.
 */
export function multiplier(gemm: Run, gemv: Run): Multiply {
  return (m, n, k, out, oR, oS, a, aR, aS, b, bR, bS) => {
    if (n === 1 && ((aS === 8 && bR === 8) || aR === 8)) gemv(m, k, out, oR, a, aR, aS, b, bR);
    else if (m === 1 && ((bR === 8 && aS === 8) || bS === 8)) gemv(n, k, out, oS, b, bS, bR, a, aS);
    else if (oS === 8 || n === 1) gemm(m, n, k, out, oR, a, aR, aS, b, bR, bS, regions.room);
    else gemm(n, m, k, out, oS, b, bS, bR, a, aS, aR, regions.room);
  };
}

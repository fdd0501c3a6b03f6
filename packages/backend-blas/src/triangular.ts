/** Triangular systems by BLAS. */
import type { Factorizations } from "@ndgrad/kernels";
import { solveTriangular } from "@ndgrad/numerics/linalg";
import type { TriangularOptions } from "@ndgrad/numerics/linalg";
import { AS_IS, ROWS, TRANSPOSED } from "./bind-blas.js";
import type { Blas } from "./bind-blas.js";

/** CBLAS's enums. */
const [UPPER, LOWER, NOT_UNIT, UNIT, LEFT] = [121, 122, 131, 132, 141];

/** From this many operations on, the call pays. */
const SMALL = 1000;
/** BLAS multiplies by reciprocals, and the reciprocals of smaller numbers are infinite. */
const TINY = 2 ** -1022;

export function triangularBy({ dtrsm }: Blas): Factorizations["solveTriangular"] {
  function solve(
    out: Float64Array,
    t: Float64Array,
    b: Float64Array,
    n: number,
    k: number,
    options: TriangularOptions = {},
  ): number {
    const { lower = false, trans = false, unitDiagonal = false } = options;
    if (n * n * k < SMALL || !(unitDiagonal || isRegular(t, n)))
      return solveTriangular(out, t, b, n, k, options);
    if (out !== b) out.set(b.subarray(0, n * k));
    const triangle = lower ? LOWER : UPPER;
    const way = trans ? TRANSPOSED : AS_IS;
    dtrsm(ROWS, LEFT, triangle, way, unitDiagonal ? UNIT : NOT_UNIT, n, k, 1, t, n, out, k);
    return -1;
  }
  return solve;
}

/** Whether no diagonal entry is zero, subnormal or NaN. */
function isRegular(t: Float64Array, n: number): boolean {
  for (let i = 0; i < n; i++) if (!(Math.abs(t[i * n + i]!) >= TINY)) return false;
  return true;
}

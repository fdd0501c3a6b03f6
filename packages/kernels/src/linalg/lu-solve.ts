/** Systems of equations, from the LU factors of their matrix. */
import { solveTriangular } from "./solve-triangular.js";

/**
 * out (n×k) such that a·out = b (n×k), or aᵀ·out = b, given `factors` and `perm` of `lu` for the n×n matrix a.
 * `out` may not be `b`. The answer is not finite when a pivot is 0.
 */
export function luSolve(
  out: Float64Array,
  factors: Float64Array,
  perm: Int32Array,
  b: Float64Array,
  n: number,
  k: number,
  trans = false,
): void {
  if (!trans) {
    for (let i = 0; i < n; i++) copyRow(out, i, b, perm[i]!, k);
    solveTriangular(out, factors, out, n, k, { lower: true, unitDiagonal: true });
    solveTriangular(out, factors, out, n, k);
    return;
  }
  const z = new Float64Array(n * k);
  solveTriangular(z, factors, b, n, k, { trans });
  solveTriangular(z, factors, z, n, k, { lower: true, trans, unitDiagonal: true });
  for (let i = 0; i < n; i++) copyRow(out, perm[i]!, z, i, k);
}

function copyRow(out: Float64Array, i: number, x: Float64Array, j: number, k: number): void {
  for (let r = 0; r < k; r++) out[i * k + r] = x[j * k + r]!;
}

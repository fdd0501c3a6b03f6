/** Systems of equations, from the LU factors of their matrix. */
import { solveTriangular } from "./solve-triangular.js";

/**
 * out (n×k) such that a·out = b (n×k), or aᵀ·out = b, given `factors` and `perm` of `lu` for the n×n matrix a.
 * `out` must not be `b`. The answer is not finite if a pivot is 0. `triangular` may be another backend's solver.
 */
export function luSolve(
  out: Float64Array,
  factors: Float64Array,
  perm: Int32Array,
  b: Float64Array,
  n: number,
  k: number,
  trans = false,
  triangular = solveTriangular,
): void {
  if (!trans) {
    for (let i = 0; i < n; i++) copyRow(out, i, b, perm[i]!, k);
    triangular(out, factors, out, n, k, { lower: true, unitDiagonal: true });
    triangular(out, factors, out, n, k);
    return;
  }
  const z = new Float64Array(n * k);
  triangular(z, factors, b, n, k, { trans });
  triangular(z, factors, z, n, k, { lower: true, trans, unitDiagonal: true });
  for (let i = 0; i < n; i++) copyRow(out, perm[i]!, z, i, k);
}

function copyRow(out: Float64Array, i: number, x: Float64Array, j: number, k: number): void {
  for (let r = 0; r < k; r++) out[i * k + r] = x[j * k + r]!;
}

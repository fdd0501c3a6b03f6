/** Systems with triangular matrices. */
import { method } from "../../method.js";
import { solveTriangle, UPPER } from "../../primitives/linalg/triangular.js";
import type { Nd, Tensor } from "../../tensor.js";
import { solveWith } from "./right-hand-sides.js";

/** Whether to read the lower triangle, to solve with the transpose, and to take the diagonal as ones. */
export interface TriangularOptions {
  readonly lower?: boolean | undefined;
  readonly trans?: boolean | undefined;
  readonly unitDiagonal?: boolean | undefined;
}

/**
 * x with a·x = b (aᵀ·x = b with `trans`) for a triangular `a`: the upper triangle unless `lower`. The other triangle, and
 * with `unitDiagonal` the diagonal, are not read and get no derivative. Shapes: a [..., n, n], b [n] or [..., n, k] → as b;
 * leading axes broadcast. Throws LinalgError for a zero on the diagonal or matrices that are not square, ShapeError where
 * b does not fit.
 */
export const solveTriangular: (a: Tensor, b: Tensor, options?: TriangularOptions) => Nd = method(
  "solveTriangular",
  UPPER,
  (a, b, kind) => solveWith(a, b, (am, bm) => solveTriangle(am, bm, kind)),
);

/** Cholesky factors of positive definite matrices, and systems solved with them. */
import { asArray } from "../../as-array.js";
import { method } from "../../method.js";
import { choleskyFactor } from "../../primitives/linalg/cholesky.js";
import type { Nd, Tensor } from "../../tensor.js";
import { ofSquare } from "./of-square.js";
import { solveTriangular } from "./triangular.js";

/**
 * The lower triangular L with a = L·Lᵀ. Shapes: [..., n, n], kept. Only the lower triangle of `a` is read; the derivative is
 * the one for symmetric perturbations, so the cotangent of `a` is symmetric. Throws LinalgError for matrices that are not
 * square or not positive definite. Source: Murray 2016, arXiv:1602.07527.
 */
export const cholesky: (a: Tensor) => Nd = ofSquare("cholesky", (a) => asArray(choleskyFactor(a)));

/** Which triangle the factor is. */
export interface ChoSolveOptions {
  readonly lower?: boolean | undefined;
}

/**
 * x with a·x = b, from the Cholesky factor of `a`: a = c·cᵀ for a lower one (the default), cᵀ·c for an upper one.
 * Shapes: c [..., n, n], b [n] or [..., n, k] → as b. Throws as `solveTriangular`.
 */
export const choSolve: (c: Tensor, b: Tensor, options?: ChoSolveOptions) => Nd = method(
  "choSolve",
  { lower: true },
  (c, b, { lower }) => {
    const half = solveTriangular(c, b, { lower, trans: !lower });
    return solveTriangular(c, half, { lower, trans: lower });
  },
);

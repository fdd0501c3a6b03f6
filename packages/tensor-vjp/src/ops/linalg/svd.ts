/** Singular values and vectors. */
import { method } from "../../method.js";
import { matrixShape } from "../../primitives/linalg/stacks.js";
import { singularParts } from "../../primitives/linalg/svd.js";
import type { Nd, Tensor } from "../../tensor.js";

export interface SvdOptions {
  /** Square matrices of vectors, the default as in NumPy; else as many vectors as values. */
  readonly fullMatrices?: boolean | undefined;
  /** False: the values only, as `svdvals`. */
  readonly computeUv?: boolean | undefined;
}

export interface SvdOp {
  (a: Tensor, options: SvdOptions & { readonly computeUv: false }): Tensor;
  (a: Tensor, options?: SvdOptions): [u: Nd, s: Tensor, vt: Nd];
  (a: Tensor, options?: SvdOptions): Tensor | [u: Nd, s: Tensor, vt: Nd];
}

/**
 * [u, s, vt] with a = u·diag(s)·vt: orthonormal columns of u and rows of vt, singular values s descending.
 * Shapes: [..., m, n] → [..., m, k], [..., k], [..., k, n] with k = min(m, n), or the square ones with `fullMatrices`.
 * The derivative of the values is finite where values are equal too; that of the vectors does not exist there. The
 * largest entry of each column of u is positive. Throws ValueError where full vectors of a matrix that is not square would have
 * to be differentiated. Source: Townsend 2016, Differentiating the singular value decomposition.
 */
export const svd: SvdOp = method(
  "svd",
  { fullMatrices: true, computeUv: true },
  (a, { fullMatrices, computeUv }) => {
    matrixShape(a);
    if (!computeUv) return svdvals(a);
    return singularParts(a, fullMatrices) as [Nd, Tensor, Nd];
  },
);

/** The singular values, descending. Shapes: [..., m, n] → [..., min(m, n)]. Derivative: u·diag(g)·vt. */
export const svdvals: (a: Tensor) => Tensor = method("svdvals", (a) => {
  matrixShape(a);
  return singularParts(a, false)[1];
});

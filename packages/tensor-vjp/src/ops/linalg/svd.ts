/** Singular values and vectors. */
import { method } from "../../method.js";
import { matrixShape } from "../../primitives/linalg/stacks.js";
import { singularParts } from "../../primitives/linalg/svd.js";
import type { Nd, Tensor } from "../../tensor.js";

export interface SvdOptions {
  /** Square u and vt, the default as in NumPy; else as many vectors as singular values. */
  readonly fullMatrices?: boolean | undefined;
  /** False for the values only, as `svdvals`. */
  readonly computeUv?: boolean | undefined;
}

export interface SvdOp {
  (a: Tensor, options: SvdOptions & { readonly computeUv: false }): Tensor;
  (a: Tensor, options?: SvdOptions): [u: Nd, s: Tensor, vt: Nd];
  (a: Tensor, options?: SvdOptions): Tensor | [u: Nd, s: Tensor, vt: Nd];
}

/**
 * [u, s, vt] with a = u·diag(s)·vt: u has orthonormal columns, vt orthonormal rows, and the singular values s descend.
 * Shapes: [..., m, n] → [..., m, k], [..., k], [..., k, n] with k = min(m, n), or square u and vt with `fullMatrices`.
 * Where values are equal, their derivative is finite, but that of the vectors does not exist. The largest entry of each
 * column of u is positive. Throws ValueError when full vectors of a matrix that is not square are differentiated.
 * Source: Townsend 2016, Differentiating the singular value decomposition.
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

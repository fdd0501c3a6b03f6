/** Singular values and vectors. */
import { method } from "../../method.js";
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { LinalgError, ValueError } from "../../errors.js";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { bracket } from "../../shape.js";
import { result, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, div, mul, reciprocal, sub } from "../../primitives/elementwise/arithmetic.js";
import { diagonal, makeDiagonal } from "../shape/diagonal.js";
import { expandDims } from "../shape/dimensions.js";
import { matmul } from "../products/matmul.js";
import { where } from "../elementwise/where.js";
import { diagonalMask } from "./masks.js";
import { fixSigns } from "./signs.js";
import { eachMatrix, matrixShape, transposed } from "./stacks.js";

type Parts = [u: Tensor, s: Tensor, vt: Tensor];

const decomposed: PrimitiveFn<[a: Tensor, full: boolean], Parts> = primitive(
  "svd",
  (a: Tensor, full: boolean): Parts => {
    const shape = shapeOf(a);
    const [m, n] = shape.slice(-2) as [number, number];
    const lead = shape.slice(0, -2);
    const k = Math.min(m, n);
    const [u, s, vt] = [
      scratch([...lead, m, full ? m : k]),
      scratch([...lead, k]),
      scratch([...lead, full ? n : k, n]),
    ];
    eachMatrix(lead, [a], [u, s, vt], ([am], [um, sm, vm]) => {
      if (!kernels().svd(um!, sm!, vm!, am!, m, n, full))
        throw new LinalgError("expected finite entries, got NaN or infinity. Check the matrix before.");
      fixSigns(um!, m, full ? m : k, (j) => {
        if (j < k) for (let i = 0; i < n; i++) vm![j * n + i] = -vm![j * n + i]!;
      });
    });
    return [u, result(s), vt];
  },
  {
    vjp([gu, gs, gvt], [u, s, vt], a, full) {
      checkThin(full, a, gu !== undefined || gvt !== undefined);
      if (gu === undefined && gvt === undefined) return [matmul(scaled(u, s, gs!), vt), null];
      const [f, v, row, column] = [gaps(s), transposed(vt), expandDims(s, -2), expandDims(s, -1)];
      const parts: Tensor[] = gs === undefined ? [] : [makeDiagonal(gs, { axis1: -2, axis2: -1 })];
      const outside: Tensor[] = [];
      if (gu !== undefined) {
        const j = matmul(transposed(u), gu);
        parts.push(mul(mul(f, sub(j, transposed(j))), row));
        outside.push(matmul(div(sub(gu, matmul(u, j)), row), vt));
      }
      if (gvt !== undefined) {
        const k = matmul(gvt, v);
        parts.push(mul(column, mul(f, sub(transposed(k), k))));
        outside.push(matmul(u, div(sub(gvt, matmul(k, vt)), column)));
      }
      return [[matmul(u, matmul(total(parts), vt)), ...outside].reduce((x, y) => add(x, y)), null];
    },
    jvp([t], [u, s, vt], a, full) {
      checkThin(full, a, true);
      const [f, v, row, column] = [gaps(s), transposed(vt), expandDims(s, -2), expandDims(s, -1)];
      const p = matmul(transposed(u), matmul(t!, v));
      const pt = transposed(p);
      const ut = matmul(u, mul(f, add(mul(p, row), mul(column, pt))));
      const vtt = matmul(mul(transposed(f), add(mul(pt, row), mul(column, p))), vt);
      const beside = div(sub(matmul(t!, v), matmul(u, p)), row);
      const below = div(sub(matmul(transposed(u), t!), matmul(p, vt)), column);
      return [add(ut, beside), diagonal(p, { axis1: -2, axis2: -1 }), add(vtt, below)];
    },
  },
);

const total = (parts: readonly Tensor[]): Tensor => parts.reduce((x, y) => add(x, y));

/** u·diag(g). */
function scaled(u: Tensor, s: Tensor, g: Tensor): Tensor {
  const k = shapeOf(s).at(-1)!;
  const [m] = shapeOf(u).slice(-2);
  return m === undefined || k === 0 ? u : mul(u, expandDims(g, -2));
}

/** 1/(sⱼ² − sᵢ²), and 0 on the diagonal. */
function gaps(s: Tensor): Tensor {
  const n = shapeOf(s).at(-1)!;
  const [row, column] = [expandDims(s, -2), expandDims(s, -1)];
  const difference = mul(sub(row, column), add(row, column));
  return where(diagonalMask(n), 0, reciprocal(where(diagonalMask(n), 1, difference)));
}

function checkThin(full: boolean, a: Tensor, isNeeded: boolean): void {
  const shape = shapeOf(a);
  if (!full || !isNeeded || shape.at(-1) === shape.at(-2)) return;
  throw new ValueError(
    `svd: expected fullMatrices: false for derivatives of vectors, got full ones of ${bracket(shape)}, which are not determined. ` +
      `Pass { fullMatrices: false }.`,
  );
}

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
    return decomposed(a, fullMatrices) as [Nd, Tensor, Nd];
  },
);

/** The singular values, descending. Shapes: [..., m, n] → [..., min(m, n)]. Derivative: u·diag(g)·vt. */
export const svdvals: (a: Tensor) => Tensor = method("svdvals", (a) => {
  matrixShape(a);
  return decomposed(a, false)[1];
});

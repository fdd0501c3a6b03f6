/** Singular values and vectors. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { LinalgError, ValueError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, div, mul, sub } from "../elementwise/arithmetic.js";
import { diagonalsOf } from "../shape/diagonal.js";
import {
  asColumns,
  asRows,
  block,
  matmul,
  matmulNT,
  matmulTN,
  reciprocalOffDiagonal,
  total,
  matrixTranspose,
} from "./algebra.js";
import { fixSigns } from "./signs.js";
import { eachMatrix, leadOf } from "./stacks.js";

type Parts = [u: Tensor, s: Tensor, vt: Tensor];

/** a = u·diag(s)·vt, with square u and vt if `full`; the largest entry of each column of u is positive. */
export const singularParts: PrimitiveFn<[a: Tensor, full: boolean], Parts> = primitive<
  [a: Tensor, full: boolean],
  Parts
>("svd", {
  shapes(a, full) {
    const { lead, m, n, k } = sizesOf(a);
    return [
      [...lead, m, full ? m : k],
      [...lead, k],
      [...lead, full ? n : k, n],
    ];
  },
  kernel([u, s, vt], a, full) {
    const { lead, m, n, k } = sizesOf(a);
    eachMatrix(lead, [a], [u, s, vt], ([am], [um, sm, vm]) => {
      if (!kernels().svd(um!, sm!, vm!, am!, m, n, full))
        throw new LinalgError("expected finite entries, got NaN or infinity. Check the matrix first.");
      fixSigns(um!, m, full ? m : k, (j) => {
        if (j < k) for (let i = 0; i < n; i++) vm![j * n + i] = -vm![j * n + i]!;
      });
    });
  },
  derivative: {
    vjp([gu, gs, gvt], [u, s, vt], a, full) {
      if (gu === undefined && gvt === undefined) return [alongValues(gs!, u, vt), null];
      checkThin(full, a);
      const [gaps, row, column] = [inverseGaps(s), asRows(s), asColumns(s)];
      const left: Tensor[] = gs === undefined ? [] : [mul(u, asRows(gs))];
      const outside: Tensor[] = [];
      if (gu !== undefined) {
        const j = matmulTN(u, gu);
        left.push(matmul(u, mul(mul(gaps, sub(j, matrixTranspose(j))), row)));
        outside.push(matmul(div(sub(gu, matmul(u, j)), row), vt));
      }
      if (gvt !== undefined) {
        const k = matmulNT(gvt, vt);
        left.push(matmul(u, mul(column, mul(gaps, sub(matrixTranspose(k), k)))));
        outside.push(matmul(u, div(sub(gvt, matmul(k, vt)), column)));
      }
      return [total([matmul(total(left), vt), ...outside]), null];
    },
    jvp([t], [u, s, vt], a, full) {
      checkThin(full, a);
      const [gaps, row, column] = [inverseGaps(s), asRows(s), asColumns(s)];
      const tv = matmulNT(t!, vt);
      const p = matmulTN(u, tv);
      const pt = matrixTranspose(p);
      const ut = matmul(u, mul(gaps, add(mul(p, row), mul(column, pt))));
      const vtt = matmul(mul(matrixTranspose(gaps), add(mul(pt, row), mul(column, p))), vt);
      const right = div(sub(tv, matmul(u, p)), row);
      const below = div(sub(matmulTN(u, t!), matmul(p, vt)), column);
      return [add(ut, right), diagonalsOf(p), add(vtt, below)];
    },
  },
  batching: leadingAxis,
});

function sizesOf(a: Tensor): { lead: readonly number[]; m: number; n: number; k: number } {
  const [m, n] = shapeOf(a).slice(-2) as [number, number];
  return { lead: leadOf(a), m, n, k: Math.min(m, n) };
}

/** u·diag(gs)·vt, with only as many vectors as there are values. */
function alongValues(gs: Tensor, u: Tensor, vt: Tensor): Tensor {
  const [m, n, k] = [shapeOf(u).at(-2)!, shapeOf(vt).at(-1)!, shapeOf(gs).at(-1)!];
  return matmul(mul(block(u, [0, 0], [m, k]), asRows(gs)), block(vt, [0, 0], [k, n]));
}

/** 1/(sⱼ² − sᵢ²), but 0 on the diagonal. */
function inverseGaps(s: Tensor): Tensor {
  const [row, column] = [asRows(s), asColumns(s)];
  return reciprocalOffDiagonal(mul(sub(row, column), add(row, column)));
}

function checkThin(full: boolean, a: Tensor): void {
  const shape = shapeOf(a);
  if (!full || shape.at(-1) === shape.at(-2)) return;
  throw new ValueError(
    `svd: expected fullMatrices: false for derivatives of vectors, got full ones of ${bracket(shape)}, which are not unique. ` +
      `Pass { fullMatrices: false }.`,
  );
}

/** Eigenvalues and eigenvectors of symmetric matrices. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { LinalgError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { mul, sub } from "../elementwise/arithmetic.js";
import { diagonalsOf } from "../shape/diagonal.js";
import {
  asColumns,
  asRows,
  matmul,
  matmulNT,
  matmulTN,
  reciprocalOffDiagonal,
  symmetrize,
  total,
} from "./algebra.js";
import { fixSigns } from "./signs.js";
import { eachMatrix, leadOf } from "./stacks.js";

type Parts = [w: Tensor, v: Tensor];

/** Ascending eigenvalues, and orthonormal eigenvectors in the columns of v; the largest entry of each is positive. */
export const symmetricEigen: PrimitiveFn<[a: Tensor], Parts> = primitive<[a: Tensor], Parts>("eigh", {
  shapes: (a) => [shapeOf(a).slice(0, -1), shapeOf(a)],
  kernel([w, v], a) {
    const n = shapeOf(a).at(-1)!;
    eachMatrix(leadOf(a), [a], [w, v], ([am], [wm, vm]) => {
      if (!kernels().eigh(wm!, vm!, am!, n))
        throw new LinalgError("expected finite entries, got NaN or infinity. Check the matrix first.");
      fixSigns(vm!, n, n);
    });
  },
  derivative: {
    vjp([gw, gv], [w, v]) {
      const left = [
        ...(gw === undefined ? [] : [mul(v, asRows(gw))]),
        ...(gv === undefined ? [] : [matmul(v, mul(inverseGaps(w), matmulTN(v, gv)))]),
      ];
      return [symmetrize(matmulNT(total(left), v))];
    },
    jvp([t], [w, v]) {
      const inner = matmulTN(v, matmul(symmetrize(t!), v));
      return [diagonalsOf(inner), matmul(v, mul(inverseGaps(w), inner))];
    },
  },
  batching: leadingAxis,
});

/** 1/(wⱼ − wᵢ), but 0 on the diagonal. */
function inverseGaps(w: Tensor): Tensor {
  return reciprocalOffDiagonal(sub(asRows(w), asColumns(w)));
}

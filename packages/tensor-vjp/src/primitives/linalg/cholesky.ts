/** Cholesky factors of positive definite matrices. */
import { kernels } from "@ndgrad/kernels";
import { inFirst } from "../../derivative.js";
import { LinalgError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, mul } from "../elementwise/arithmetic.js";
import { lowerTriangle } from "../shape/triangle.js";
import { matmul, matmulTN, symmetrize } from "./algebra.js";
import { eachMatrix, leadOf } from "./stacks.js";
import { divideByTriangle, transposeKind, LOWER, solveTriangle } from "./triangular.js";

/** The lower triangular L with a = L·Lᵀ, from the lower triangle of `a`. */
export const choleskyFactor: Op<[a: Tensor]> = primitive("cholesky", {
  shape: (a) => shapeOf(a),
  kernel(out, a) {
    const n = out.shape.at(-1)!;
    eachMatrix(leadOf(out), [a], [out], ([am], [l]) => {
      const bad = kernels().cholesky(l!, am!, n);
      if (bad >= 0)
        throw new LinalgError(
          `expected positive definite matrices, got one whose leading block of size ${bad + 1} is not. ` +
            `Add a small multiple of eye(n), or use eigh.`,
        );
    });
  },
  derivative: inFirst(
    (g, l) => symmetrize(betweenInverses(halveDiagonal(matmulTN(l, g)), l)),
    (t, l) => matmul(l, halveDiagonal(whiten(symmetrize(t), l))),
  ),
  batching: leadingAxis,
});

/** The lower triangle of x with its diagonal halved: Φ in Murray 2016. */
function halveDiagonal(x: Tensor): Tensor {
  return mul(0.5, add(lowerTriangle(x), lowerTriangle(x, -1)));
}

/** L⁻ᵀ x L⁻¹. */
function betweenInverses(x: Tensor, l: Tensor): Tensor {
  return divideByTriangle(solveTriangle(l, x, transposeKind(LOWER)), l, LOWER);
}

/** L⁻¹ x L⁻ᵀ. */
function whiten(x: Tensor, l: Tensor): Tensor {
  return divideByTriangle(solveTriangle(l, x, LOWER), l, transposeKind(LOWER));
}

/** Cholesky factors of positive definite matrices, and systems solved with them. */
import { method } from "../../method.js";
import { kernels } from "@ndgrad/kernels";
import { LinalgError } from "../../errors.js";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { matmul } from "../products/matmul.js";
import { asArray } from "../../as-array.js";
import { tril } from "../shape/triangle.js";
import { eachMatrix, squareSize, symmetric, transposed } from "./stacks.js";
import { solveTriangular } from "./triangular.js";

const lowerFactor: Op<[a: Tensor]> = op(
  "cholesky",
  {
    shapeOf: (a) => shapeOf(a),
    fill(out, a) {
      const n = out.shape.at(-1)!;
      eachMatrix(out.shape.slice(0, -2), [a], [out], ([am], [l]) => {
        const bad = kernels().cholesky(l!, am!, n);
        if (bad >= 0)
          throw new LinalgError(
            `expected positive definite matrices, got one whose leading block of size ${bad + 1} is not. ` +
              `Add a small multiple of eye(n), or use eigh.`,
          );
      });
    },
  },
  {
    vjp: [(g, l) => symmetric(fromBothSides(l, halved(matmul(transposed(l), g))))],
    jvp: [(t, l) => matmul(l, halved(whitened(l, symmetric(t))))],
  },
);

/**
 * The lower triangular L with a = L·Lᵀ. Shapes: [..., n, n], kept. Reads the lower triangle; the derivative is that of
 * symmetric changes, so its cotangent is symmetric. Throws LinalgError for matrices that are not square or not positive
 * definite. Source: Murray 2016, arXiv:1602.07527.
 */
export const cholesky: (a: Tensor) => Nd = method("cholesky", (a) => {
  squareSize(a);
  return asArray(lowerFactor(a));
});

/** The lower triangle with half of the diagonal. */
function halved(x: Tensor): Tensor {
  return mul(0.5, add(tril(x), tril(x, -1)));
}

/** L⁻ᵀ x L⁻¹. */
function fromBothSides(l: Tensor, x: Tensor): Tensor {
  const left = solveTriangular(l, x, { lower: true, trans: true });
  return transposed(solveTriangular(l, transposed(left), { lower: true, trans: true }));
}

/** L⁻¹ x L⁻ᵀ. */
function whitened(l: Tensor, x: Tensor): Tensor {
  const left = solveTriangular(l, x, { lower: true });
  return transposed(solveTriangular(l, transposed(left), { lower: true }));
}

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

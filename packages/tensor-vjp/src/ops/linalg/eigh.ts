/** Eigenvalues and eigenvectors of symmetric matrices. */
import { method } from "../../method.js";
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { LinalgError, ValueError } from "../../errors.js";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { result, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, mul, reciprocal, sub } from "../../primitives/elementwise/arithmetic.js";
import { diagonal, makeDiagonal } from "../shape/diagonal.js";
import { expandDims } from "../shape/dimensions.js";
import { matmul } from "../products/matmul.js";
import { where } from "../elementwise/where.js";
import { diagonalMask } from "./masks.js";
import { fixSigns } from "./signs.js";
import { eachMatrix, squareSize, symmetric, transposed } from "./stacks.js";

const decomposed: PrimitiveFn<[a: Tensor], [w: Tensor, v: Tensor]> = primitive(
  "eigh",
  (a: Tensor): [w: Tensor, v: Tensor] => {
    const shape = shapeOf(a);
    const n = shape.at(-1)!;
    const [w, v] = [scratch(shape.slice(0, -1)), scratch(shape)];
    eachMatrix(shape.slice(0, -2), [a], [w, v], ([am], [wm, vm]) => {
      if (!kernels().eigh(wm!, vm!, am!, n))
        throw new LinalgError("expected finite entries, got NaN or infinity. Check the matrix before.");
      fixSigns(vm!, n, n);
    });
    return [result(w), v];
  },
  {
    vjp([gw, gv], [w, v]) {
      const inner = [
        ...(gw === undefined ? [] : [makeDiagonal(gw, { axis1: -2, axis2: -1 })]),
        ...(gv === undefined ? [] : [mul(gaps(w), matmul(transposed(v), gv))]),
      ];
      return [
        symmetric(
          matmul(
            v,
            matmul(
              inner.reduce((x, y) => add(x, y)),
              transposed(v),
            ),
          ),
        ),
      ];
    },
    jvp([t], [w, v]) {
      const inner = matmul(transposed(v), matmul(symmetric(t!), v));
      return [diagonal(inner, { axis1: -2, axis2: -1 }), matmul(v, mul(gaps(w), inner))];
    },
  },
);

/** 1/(wⱼ − wᵢ), and 0 on the diagonal. */
function gaps(w: Tensor): Tensor {
  const n = shapeOf(w).at(-1)!;
  const difference = sub(expandDims(w, -2), expandDims(w, -1));
  return where(diagonalMask(n), 0, reciprocal(where(diagonalMask(n), 1, difference)));
}

/** Which triangle is read; the other is taken to mirror it. */
export interface EighOptions {
  readonly UPLO?: "L" | "U" | undefined;
}

/**
 * The list [w, v] of the eigenvalues of symmetric matrices, ascending, and of orthonormal eigenvectors in the columns of v.
 * Shapes: [..., n, n] → [..., n] and [..., n, n]. The derivative is that of symmetric changes. With equal eigenvalues that
 * of the values stays finite (for the basis that was found), that of the vectors does not exist and is infinite or NaN.
 * The largest entry of each vector is positive; a function of them that is to be smooth may not depend on their signs.
 * Throws LinalgError for matrices that are not square. Source: Giles 2008, section 3.1.
 */
export const eigh: (a: Tensor, options?: EighOptions) => [w: Tensor, v: Nd] = method(
  "eigh",
  { UPLO: "L" },
  (a, { UPLO }) => {
    squareSize(a);
    if (UPLO !== "L" && UPLO !== "U")
      throw new ValueError(`expected UPLO "L" or "U", got ${String(UPLO)}. Name the triangle to read.`);
    const [w, v] = decomposed(UPLO === "L" ? a : transposed(a));
    return [w, v as Nd];
  },
);

/** The eigenvalues of symmetric matrices, ascending. Shapes: [..., n, n] → [..., n]. The rest as for `eigh`. */
export const eigvalsh: (a: Tensor, options?: EighOptions) => Tensor = method(
  "eigvalsh",
  { UPLO: "L" },
  (a, options) => eigh(a, options)[0],
);

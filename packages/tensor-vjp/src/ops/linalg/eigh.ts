/** Eigenvalues and eigenvectors of symmetric matrices. */
import { asArray } from "../../as-array.js";
import { ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { matrixTranspose } from "../../primitives/linalg/algebra.js";
import { symmetricEigen } from "../../primitives/linalg/eigh.js";
import { squareSize } from "../../primitives/linalg/stacks.js";
import type { Nd, Tensor } from "../../tensor.js";

/** Which triangle is read; the other is taken to mirror it. */
export interface EighOptions {
  readonly UPLO?: "L" | "U" | undefined;
}

/**
 * [w, v] of symmetric matrices: ascending eigenvalues w, orthonormal eigenvectors in the columns of v.
 * Shapes: [..., n, n] → [..., n] and [..., n, n]. The derivative is the one for symmetric perturbations. Where eigenvalues
 * are equal, the derivative of the values stays finite (for the basis found); that of the vectors does not exist, and comes
 * out infinite or NaN. The largest entry of each vector is made positive, so a smooth function of the vectors must not
 * depend on their signs.
 * Throws LinalgError for matrices that are not square. Source: Giles 2008, section 3.1.
 */
export const eigh: (a: Tensor, options?: EighOptions) => [w: Tensor, v: Nd] = method(
  "eigh",
  { UPLO: "L" },
  (a, { UPLO }) => {
    squareSize(a);
    if (UPLO !== "L" && UPLO !== "U")
      throw new ValueError(`expected UPLO "L" or "U", got ${String(UPLO)}. Name the triangle to read.`);
    const [w, v] = symmetricEigen(UPLO === "L" ? a : matrixTranspose(a));
    return [w, asArray(v)];
  },
);

/** The eigenvalues of symmetric matrices, ascending. Shapes: [..., n, n] → [..., n]. Otherwise as `eigh`. */
export const eigvalsh: (a: Tensor, options?: EighOptions) => Tensor = method(
  "eigvalsh",
  { UPLO: "L" },
  (a, options) => eigh(a, options)[0],
);

/** The triangles of matrices on either side of a diagonal. */
import { asArray } from "../../as-array.js";
import { method } from "../../method.js";
import { lowerTriangle, upperTriangle } from "../../primitives/shape/triangle.js";
import type { Nd, Tensor } from "../../tensor.js";

/**
 * Matrices in the last two axes with 0 above the kth diagonal (k > 0 is above the main one). Shapes: [..., m, n] → same;
 * [n] → [n, n], as if every row were the vector. Linear. Throws ShapeError for a number.
 */
export const tril: (x: Tensor, k?: number) => Nd = method("tril", (x, k) => asArray(lowerTriangle(x, k)));

/** Matrices in the last two axes with 0 below the kth diagonal. Shapes as for `tril`. Linear. Throws ShapeError for a number. */
export const triu: (x: Tensor, k?: number) => Nd = method("triu", (x, k) => asArray(upperTriangle(x, k)));

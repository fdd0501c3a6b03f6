/** LU factors. */
import { triangularFactors } from "../../primitives/linalg/lu.js";
import type { Nd, Tensor } from "../../tensor.js";
import { ofSquare } from "./of-square.js";

/**
 * [p, l, u] with a = p·l·u: a permutation, a unit lower triangle and an upper triangle, by elimination with partial pivoting.
 * Shapes: [..., n, n], kept. The permutation has no derivative; those of the triangles need an invertible `a`.
 * Throws LinalgError for matrices that are not square. Source: de Hoog, Anderssen & Lukas 2011.
 */
export const lu: (a: Tensor) => [p: Nd, l: Nd, u: Nd] = ofSquare("lu", (a) => {
  // Stacks of matrices are arrays.
  return triangularFactors(a) as [Nd, Nd, Nd];
});

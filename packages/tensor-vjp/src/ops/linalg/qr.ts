/** QR factors. */
import { ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { block, fromBlocks, matmulTN } from "../../primitives/linalg/algebra.js";
import { orthogonalFactors } from "../../primitives/linalg/qr.js";
import { matrixShape } from "../../primitives/linalg/stacks.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";

/** Which factors: thin ones, a square q, or only r. */
export interface QrOptions {
  readonly mode?: "reduced" | "complete" | "r" | undefined;
}

export interface QrOp {
  (a: Tensor, options: QrOptions & { readonly mode: "r" }): Nd;
  (a: Tensor, options?: QrOptions): [q: Nd, r: Nd];
  (a: Tensor, options?: QrOptions): Nd | [q: Nd, r: Nd];
}

/**
 * [q, r] with a = q·r: q has orthonormal columns, r is upper triangular. Shapes: [..., m, n] → [..., m, k] and [..., k, n]
 * with k = min(m, n), or m for mode "complete"; mode "r" gives r alone. The derivative needs independent columns (in a wide
 * matrix, the first m). The signs are LAPACK's. Throws ValueError for any other mode, and when a square q that is not unique
 * is differentiated. Source: Walter & Lehmann 2013; Seeger et al. 2017, arXiv:1710.08717.
 */
export const qr: QrOp = method("qr", { mode: "reduced" }, (a, { mode }) => {
  const shape = matrixShape(a);
  const [m, n] = shape.slice(-2) as [number, number];
  if (mode !== "reduced" && mode !== "complete" && mode !== "r")
    throw new ValueError(`expected mode "reduced", "complete" or "r", got ${String(mode)}.`);
  const [q, r] = m >= n ? orthogonalFactors(a, mode === "complete") : wide(a, m);
  return mode === "r" ? (r as Nd) : [q as Nd, r as Nd];
});

/** The first columns make a square matrix, which determines q. */
function wide(a: Tensor, m: number): [Tensor, Tensor] {
  const n = shapeOf(a).at(-1)!;
  const [q, r] = orthogonalFactors(block(a, [0, 0], [m, m]), false);
  const rest = matmulTN(q, block(a, [0, m], [m, n - m]));
  return [q, fromBlocks([m, n], [[0, 0, r], [0, m, rest]])]; // prettier-ignore
}

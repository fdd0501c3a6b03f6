/** Orthogonal factors. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, mul, sub } from "../../primitives/elementwise/arithmetic.js";
import { at } from "../index/at.js";
import { ellipsis, slice } from "../index/expression.js";
import { concatenate } from "../shape/join.js";
import { matmul } from "../products/matmul.js";
import { tril } from "../shape/triangle.js";
import { eachMatrix, matrixShape, transposed } from "./stacks.js";
import { solveTriangular } from "./triangular.js";

/** The factors of matrices that are not wider than high; `complete` gives a square q. */
const factored: PrimitiveFn<[a: Tensor, complete: boolean], [q: Tensor, r: Tensor]> = primitive(
  "qr",
  (a: Tensor, complete: boolean): [q: Tensor, r: Tensor] => {
    const shape = shapeOf(a);
    const [m, n] = shape.slice(-2) as [number, number];
    const lead = shape.slice(0, -2);
    const p = complete ? m : n;
    const [q, r] = [scratch([...lead, m, p]), scratch([...lead, p, n])];
    eachMatrix(lead, [a], [q, r], ([am], [qm, rm]) => kernels().qr(qm!, rm!, am!, m, n, complete));
    return [q, r];
  },
  {
    vjp([gq, gr], [q, r], a, complete) {
      checkDetermined(complete, a);
      const m = [
        ...(gr === undefined ? [] : [matmul(r, transposed(gr))]),
        ...(gq === undefined ? [] : [mul(-1, matmul(transposed(gq), q))]),
      ].reduce((x, y) => add(x, y));
      const mirrored = add(tril(m), transposed(tril(m, -1)));
      const right = matmul(q, mirrored);
      return [divided(gq === undefined ? right : add(gq, right), r), null];
    },
    jvp([t], [q, r], a, complete) {
      checkDetermined(complete, a);
      const x = transposed(solveTriangular(r, transposed(t!), { trans: true }));
      const c = matmul(transposed(q), x);
      const turn = sub(tril(c, -1), transposed(tril(c, -1)));
      const rest = sub(c, turn);
      return [sub(x, matmul(q, rest)), matmul(rest, r)];
    },
  },
);

/** x·r⁻ᵀ. */
function divided(x: Tensor, r: Tensor): Tensor {
  return transposed(solveTriangular(r, transposed(x)));
}

function checkDetermined(complete: boolean, a: Tensor): void {
  const shape = shapeOf(a);
  if (!complete || shape.at(-1) === shape.at(-2)) return;
  throw new ValueError(
    `qr: expected mode "reduced" for derivatives, got "complete" for ${bracket(shape)}, whose last columns are not determined.`,
  );
}

/** Which factors: thin ones, a square q, or r alone. */
export interface QrOptions {
  readonly mode?: "reduced" | "complete" | "r" | undefined;
}

export interface QrOp {
  (a: Tensor, options: QrOptions & { readonly mode: "r" }): Nd;
  (a: Tensor, options?: QrOptions): [q: Nd, r: Nd];
  (a: Tensor, options?: QrOptions): Nd | [q: Nd, r: Nd];
}

/**
 * [q, r] with a = q·r, orthonormal columns of q and r upper triangular. Shapes: [..., m, n] → [..., m, k] and [..., k, n]
 * with k = min(m, n), or m for mode "complete"; mode "r" gives r alone. The derivative needs columns (the first m of a wide
 * matrix) that are independent. The signs are LAPACK's. Throws ValueError for another mode, and where a square q that is
 * not determined would have to be differentiated. Source: Walter & Lehmann 2013; Seeger et al. 2017, arXiv:1710.08717.
 */
export const qr: QrOp = method("qr", { mode: "reduced" }, (a, { mode }) => {
  const shape = matrixShape(a);
  const [m, n] = shape.slice(-2) as [number, number];
  if (mode !== "reduced" && mode !== "complete" && mode !== "r")
    throw new ValueError(`expected mode "reduced", "complete" or "r", got ${String(mode)}.`);
  const [q, r] = m >= n ? factored(a, mode === "complete") : wide(a, m);
  return mode === "r" ? (r as Nd) : [q as Nd, r as Nd];
});

/** The first columns make a square matrix, which determines q. */
function wide(a: Tensor, m: number): [Tensor, Tensor] {
  const [q, r] = factored(at(a, [ellipsis, slice(0, m)]), false);
  return [q, concatenate([r, matmul(transposed(q), at(a, [ellipsis, slice(m)]))], { axis: -1 })];
}

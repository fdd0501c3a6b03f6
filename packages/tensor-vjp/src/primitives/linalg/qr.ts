/** QR factors. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { ValueError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, neg, sub } from "../elementwise/arithmetic.js";
import { lowerTriangle } from "../shape/triangle.js";
import { matmul, matmulNT, matmulTN, total, matrixTranspose } from "./algebra.js";
import { eachMatrix, leadOf } from "./stacks.js";
import { divideByTriangle, transposeKind, UPPER } from "./triangular.js";

type Parts = [q: Tensor, r: Tensor];

/** a = q·r for matrices with at least as many rows as columns: q has orthonormal columns, and is square if `complete`. */
export const orthogonalFactors: PrimitiveFn<[a: Tensor, complete: boolean], Parts> = primitive<
  [a: Tensor, complete: boolean],
  Parts
>("qr", {
  shapes(a, complete) {
    const [m, n] = shapeOf(a).slice(-2) as [number, number];
    const p = complete ? m : n;
    return [
      [...leadOf(a), m, p],
      [...leadOf(a), p, n],
    ];
  },
  kernel([q, r], a, complete) {
    const [m, n] = shapeOf(a).slice(-2) as [number, number];
    eachMatrix(leadOf(a), [a], [q, r], ([am], [qm, rm]) => kernels().qr(qm!, rm!, am!, m, n, complete));
  },
  derivative: {
    vjp([gq, gr], [q, r], a, complete) {
      checkDetermined(complete, a);
      const m = total([
        ...(gr === undefined ? [] : [matmulNT(r, gr)]),
        ...(gq === undefined ? [] : [neg(matmulTN(gq, q))]),
      ]);
      const mirrored = add(lowerTriangle(m), matrixTranspose(lowerTriangle(m, -1)));
      const right = matmul(q, mirrored);
      return [divideByTriangle(gq === undefined ? right : add(gq, right), r, transposeKind(UPPER)), null];
    },
    jvp([t], [q, r], a, complete) {
      checkDetermined(complete, a);
      const x = divideByTriangle(t!, r, UPPER);
      const c = matmulTN(q, x);
      const turn = sub(lowerTriangle(c, -1), matrixTranspose(lowerTriangle(c, -1)));
      const rest = sub(c, turn);
      return [sub(x, matmul(q, rest)), matmul(rest, r)];
    },
  },
  batching: leadingAxis,
});

function checkDetermined(complete: boolean, a: Tensor): void {
  const shape = shapeOf(a);
  if (!complete || shape.at(-1) === shape.at(-2)) return;
  throw new ValueError(
    `qr: expected mode "reduced" for derivatives, got "complete" for ${bracket(shape)}. The last columns of its q are not unique.`,
  );
}

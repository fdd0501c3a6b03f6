/** LU factors. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { leadingAxis, primitive } from "../../primitive.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { lowerTriangle, upperTriangle } from "../shape/triangle.js";
import { matmul, matmulNT, matmulTN, total } from "./algebra.js";
import { eachMatrix, leadOf } from "./stacks.js";
import { divideByTriangle, transposeKind, solveTriangle, UNIT_LOWER, UPPER } from "./triangular.js";

type Parts = [p: Tensor, l: Tensor, u: Tensor];

/** a = p·l·u: a permutation, a unit lower triangle, an upper triangle. */
export const triangularFactors: PrimitiveFn<[a: Tensor], Parts> = primitive<[a: Tensor], Parts>("lu", {
  shapes: (a) => [shapeOf(a), shapeOf(a), shapeOf(a)],
  kernel(outs, a) {
    const n = shapeOf(a).at(-1)!;
    for (const out of outs) kernels().copy(out, 0);
    const factors = new Float64Array(n * n);
    const perm = new Int32Array(n);
    eachMatrix(leadOf(a), [a], outs, ([am], [p, l, u]) => {
      kernels().lu(factors, perm, am!, n, n);
      for (let i = 0; i < n; i++) {
        p![perm[i]! * n + i] = 1;
        l![i * n + i] = 1;
        for (let j = 0; j < n; j++) (j < i ? l! : u!)[i * n + j] = factors[i * n + j]!;
      }
    });
  },
  derivative: {
    vjp([, gl, gu], [p, l, u]) {
      const inner = [
        ...(gl === undefined ? [] : [lowerTriangle(matmulTN(l, gl), -1)]),
        ...(gu === undefined ? [] : [upperTriangle(matmulNT(gu, u))]),
      ];
      // The permutation has no derivative.
      if (inner.length === 0) return [null];
      const left = solveTriangle(l, total(inner), transposeKind(UNIT_LOWER));
      return [matmul(p, divideByTriangle(left, u, transposeKind(UPPER)))];
    },
    jvp([t], [p, l, u]) {
      const x = divideByTriangle(solveTriangle(l, matmulTN(p, t!), UNIT_LOWER), u, UPPER);
      return [null, matmul(l, lowerTriangle(x, -1)), matmul(upperTriangle(x), u)];
    },
  },
  batching: leadingAxis,
});

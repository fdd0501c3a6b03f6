/** Triangular factors by elimination. */
import { method } from "../../method.js";
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add } from "../../primitives/elementwise/arithmetic.js";
import { matmul } from "../products/matmul.js";
import { tril, triu } from "../shape/triangle.js";
import { eachMatrix, squareSize, transposed } from "./stacks.js";
import { solveTriangular } from "./triangular.js";

const unitLower = { lower: true, unitDiagonal: true } as const;

const factored: PrimitiveFn<[a: Tensor], [p: Tensor, l: Tensor, u: Tensor]> = primitive(
  "lu",
  (a: Tensor): [p: Tensor, l: Tensor, u: Tensor] => {
    const shape = shapeOf(a);
    const n = shape.at(-1)!;
    const [p, l, u] = [scratch(shape), scratch(shape), scratch(shape)];
    for (const x of [p, l, u]) x.data.fill(0);
    const factors = new Float64Array(n * n);
    const perm = new Int32Array(n);
    eachMatrix(shape.slice(0, -2), [a], [p, l, u], ([am], [pm, lm, um]) => {
      kernels().lu(factors, perm, am!, n, n);
      for (let i = 0; i < n; i++) {
        pm![perm[i]! * n + i] = 1;
        lm![i * n + i] = 1;
        for (let j = 0; j < n; j++) (j < i ? lm! : um!)[i * n + j] = factors[i * n + j]!;
      }
    });
    return [p, l, u];
  },
  {
    vjp([, gl, gu], [p, l, u]) {
      const inner = [
        ...(gl === undefined ? [] : [tril(matmul(transposed(l), gl), -1)]),
        ...(gu === undefined ? [] : [triu(matmul(gu, transposed(u)))]),
      ].reduce((x, y) => add(x, y));
      const left = solveTriangular(l, inner, { ...unitLower, trans: true });
      return [matmul(p, transposed(solveTriangular(u, transposed(left))))];
    },
    jvp([t], [p, l, u]) {
      const left = solveTriangular(l, matmul(transposed(p), t!), unitLower);
      const x = transposed(solveTriangular(u, transposed(left), { trans: true }));
      return [null, matmul(l, tril(x, -1)), matmul(triu(x), u)];
    },
  },
);

/**
 * [p, l, u] with a = p·l·u: a permutation, a lower triangle with ones on the diagonal, an upper triangle; rows are exchanged
 * for the largest pivot. Shapes: [..., n, n], kept. The permutation has no derivative; those of the triangles need an
 * invertible `a`. Throws LinalgError for matrices that are not square. Source: de Hoog, Anderssen & Lukas 2011.
 */
export const lu: (a: Tensor) => [p: Nd, l: Nd, u: Nd] = method("lu", (a) => {
  squareSize(a);
  return factored(a) as [Nd, Nd, Nd];
});

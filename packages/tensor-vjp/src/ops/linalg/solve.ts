/** Systems of equations and inverses. */
import { method } from "../../method.js";
import { kernels } from "@ndgrad/kernels";
import { luSolve } from "@ndgrad/numerics/linalg";
import type { PrimitiveFn } from "@ndgrad/core";
import { LinalgError } from "../../errors.js";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { neg, sub } from "../../primitives/elementwise/arithmetic.js";
import { eye } from "../create/create.js";
import { matmul } from "../products/matmul.js";
import { asArray } from "../../as-array.js";
import { eachMatrix, matrixShape, solveWith, spreadOver, squareSize, transposed } from "./stacks.js";

/** a⁻¹b for stacks of one count. */
export const solved: PrimitiveFn<[a: Tensor, b: Tensor], Tensor> = primitive(
  "solve",
  (a: Tensor, b: Tensor): Tensor => {
    const shape = shapeOf(b);
    const [n, k] = shape.slice(-2) as [number, number];
    const out = scratch(shape);
    const factors = new Float64Array(n * n);
    const perm = new Int32Array(n);
    eachMatrix(shape.slice(0, -2), [a, b], [out], ([am, bm], [x]) => {
      if (kernels().lu(factors, perm, am!, n, n).zeroPivot >= 0)
        throw new LinalgError(
          "expected matrices that can be inverted, got a singular one. Use lstsq or pinv for those.",
        );
      luSolve(x!, factors, perm, bm!, n, k, false, kernels().solveTriangular);
    });
    return out;
  },
  {
    vjp(g, ans, a) {
      const gb = solved(transposed(a), g);
      return [neg(matmul(gb, transposed(ans))), gb];
    },
    jvp([ta, tb], ans, a) {
      const moved = ta === null ? null : matmul(ta, ans);
      return solved(a, moved === null ? tb! : tb === null ? neg(moved) : sub(tb, moved));
    },
  },
);

/**
 * x with a·x = b, by LU factors with partial pivoting. Shapes: a [..., n, n], b [n] or [..., n, k] → as b; leading axes
 * broadcast; b with one axis less than `a` is a stack of vectors. Derivative in b: a⁻ᵀg; in a: −a⁻ᵀg xᵀ.
 * Throws LinalgError for matrices that are singular or not square, ShapeError where b does not fit. Source: Giles 2008.
 */
export const solve: (a: Tensor, b: Tensor) => Nd = method("solve", (a, b) => solveWith(a, b, solved));

/** The inverse. Shapes: [..., n, n], kept. Derivative −a⁻ᵀ g a⁻ᵀ. Throws LinalgError for matrices that are singular or not square. */
export const inv: (a: Tensor) => Nd = method("inv", (a) => {
  const n = squareSize(a);
  return asArray(solved(a, spreadOver(eye(n), matrixShape(a).slice(0, -2))));
});

/** Systems with triangular matrices. */
import { method } from "../../method.js";
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { LinalgError } from "../../errors.js";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { neg, sub } from "../../primitives/elementwise/arithmetic.js";
import { matmul } from "../products/matmul.js";
import { tril, triu } from "../shape/triangle.js";
import { eachMatrix, solveWith, transposed } from "./stacks.js";

/** Which triangle of the matrix is meant, whether its transpose, and whether its diagonal counts as ones. */
export interface TriangularOptions {
  readonly lower?: boolean | undefined;
  readonly trans?: boolean | undefined;
  readonly unitDiagonal?: boolean | undefined;
}

interface Kind {
  readonly lower: boolean;
  readonly trans: boolean;
  readonly unitDiagonal: boolean;
}

const solved: PrimitiveFn<[a: Tensor, b: Tensor, kind: Kind], Tensor> = primitive(
  "solveTriangular",
  (a: Tensor, b: Tensor, kind: Kind): Tensor => {
    const shape = shapeOf(b);
    const [n, k] = shape.slice(-2) as [number, number];
    const out = scratch(shape);
    eachMatrix(shape.slice(0, -2), [a, b], [out], ([am, bm], [x]) => {
      if (kernels().solveTriangular(x!, am!, bm!, n, k, kind) >= 0)
        throw new LinalgError(
          "expected a diagonal without zeros, got a singular matrix. Use lstsq or pinv for those.",
        );
    });
    return out;
  },
  {
    vjp(g, x, a, _b, kind) {
      const gb = solved(a, g, { ...kind, trans: !kind.trans });
      const ga = kind.trans ? matmul(x, transposed(gb)) : matmul(gb, transposed(x));
      return [neg(triangle(ga, kind)), gb, null];
    },
    jvp([ta, tb], x, a, _b, kind) {
      if (ta === null) return solved(a, tb!, kind);
      const used = triangle(ta, kind);
      const moved = matmul(kind.trans ? transposed(used) : used, x);
      return solved(a, tb === null ? neg(moved) : sub(tb, moved), kind);
    },
  },
);

/** The entries that are read. */
function triangle(x: Tensor, { lower, unitDiagonal }: Kind): Tensor {
  const k = unitDiagonal ? 1 : 0;
  return lower ? tril(x, -k) : triu(x, k);
}

/**
 * x with a·x = b (aᵀ·x = b with `trans`) for a triangular `a`, the upper triangle unless `lower`; the other triangle, and
 * with `unitDiagonal` the diagonal, is not read and gets no derivative. Shapes: a [..., n, n], b [n] or [..., n, k] → as b;
 * leading axes broadcast. Throws LinalgError for a zero on the diagonal or matrices that are not square, ShapeError where
 * b does not fit.
 */
export const solveTriangular: (a: Tensor, b: Tensor, options?: TriangularOptions) => Nd = method(
  "solveTriangular",
  { lower: false, trans: false, unitDiagonal: false },
  (a, b, { lower, trans, unitDiagonal }) => {
    const kind = { lower, trans, unitDiagonal };
    return solveWith(a, b, (am, bm) => solved(am, bm, kind));
  },
);

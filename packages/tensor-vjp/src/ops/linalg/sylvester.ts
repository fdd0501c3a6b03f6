/** Sylvester's equation. */
import { method } from "../../method.js";
import type { PrimitiveFn } from "@ndgrad/core";
import { solveSylvester as solveOne } from "@ndgrad/numerics/linalg";
import { LinalgError, ShapeError } from "../../errors.js";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, neg, sub } from "../../primitives/elementwise/arithmetic.js";
import { matmul } from "../products/matmul.js";
import { eachMatrix, squareSize, transposed } from "./stacks.js";

const solved: PrimitiveFn<[a: Tensor, b: Tensor, q: Tensor], Tensor> = primitive(
  "solveSylvester",
  (a: Tensor, b: Tensor, q: Tensor): Tensor => {
    const shape = shapeOf(q);
    const [m, n] = shape.slice(-2) as [number, number];
    const out = scratch(shape);
    eachMatrix(shape.slice(0, -2), [a, b, q], [out], ([am, bm, qm], [x]) => {
      if (!solveOne(x!, am!, bm!, qm!, m, n))
        throw new LinalgError(
          "expected no eigenvalue of a that is the negative of one of b, got a singular equation.",
        );
    });
    return out;
  },
  {
    vjp(g, x, a, b) {
      const gq = solved(transposed(a), transposed(b), g);
      return [neg(matmul(gq, transposed(x))), neg(matmul(transposed(x), gq)), gq];
    },
    jvp([ta, tb, tq], x, a, b) {
      const moved = [...(ta === null ? [] : [matmul(ta, x)]), ...(tb === null ? [] : [matmul(x, tb)])];
      const sum = moved.length === 0 ? null : moved.reduce((p, r) => add(p, r));
      return solved(a, b, sum === null ? tq! : tq === null ? neg(sum) : sub(tq, sum));
    },
  },
);

/**
 * x with a·x + x·b = q. Shapes: a [..., m, m], b [..., n, n], q [..., m, n] → as q, leading axes equal. Throws LinalgError for
 * a singular equation or matrices that are not square, ShapeError where they do not fit. Source: Bartels & Stewart 1972.
 */
export const solveSylvester: (a: Tensor, b: Tensor, q: Tensor) => Nd = method("solveSylvester", (a, b, q) => {
  const [m, n] = [squareSize(a), squareSize(b)];
  const lead = shapeOf(a).slice(0, -2);
  const fits = [
    [...lead, n, n],
    [...lead, m, n],
  ].map(String);
  if (String(shapeOf(b)) !== fits[0] || String(shapeOf(q)) !== fits[1])
    throw new ShapeError(
      `expected [m,m], [n,n] and [m,n], got ${[a, b, q].map((x) => bracket(shapeOf(x))).join(", ")}. ` +
        `Leading axes must be equal.`,
    );
  return solved(a, b, q) as Nd;
});

/** Sylvester's equation. */
import { solveSylvester } from "@ndgrad/numerics/linalg";
import { LinalgError } from "../../errors.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { broadcastShapes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { broadcasting } from "../batching.js";
import { neg, sub } from "../elementwise/arithmetic.js";
import { unbroadcast } from "../shape/broadcast.js";
import { matmul, matmulNT, matmulTN, total, matrixTranspose } from "./algebra.js";
import { eachMatrix, leadOf } from "./stacks.js";

/** x with a·x + x·b = q. Shapes: [..., m, m], [..., n, n], [..., m, n] → [..., m, n], leading axes broadcast. */
export const solveSylvesterEquation: Op<[a: Tensor, b: Tensor, q: Tensor]> = primitive("solveSylvester", {
  shape: (a, b, q) => [...broadcastShapes(leadOf(a), leadOf(b), leadOf(q)), ...shapeOf(q).slice(-2)],
  kernel(out, a, b, q) {
    const [m, n] = out.shape.slice(-2) as [number, number];
    eachMatrix(leadOf(out), [a, b, q], [out], ([am, bm, qm], [x]) => {
      if (!solveSylvester(x!, am!, bm!, qm!, m, n))
        throw new LinalgError(
          "expected that no eigenvalue of a is the negative of one of b, got a singular equation. Perturb a or b.",
        );
    });
  },
  derivative: {
    vjp(g, x, a, b, q) {
      const gq = solveSylvesterEquation(matrixTranspose(a), matrixTranspose(b), g);
      return [unbroadcast(neg(matmulNT(gq, x)), a), unbroadcast(neg(matmulTN(x, gq)), b), unbroadcast(gq, q)];
    },
    jvp([ta, tb, tq], x, a, b) {
      const moved = [...(ta === null ? [] : [matmul(ta, x)]), ...(tb === null ? [] : [matmul(x, tb)])];
      if (moved.length === 0) return solveSylvesterEquation(a, b, tq!);
      const sum = total(moved);
      return solveSylvesterEquation(a, b, tq === null ? neg(sum) : sub(tq, sum));
    },
  },
  batching: broadcasting,
});

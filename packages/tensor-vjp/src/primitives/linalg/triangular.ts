/** Systems with triangular matrices. */
import { kernels } from "@ndgrad/kernels";
import { LinalgError } from "../../errors.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { broadcastShapes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { alignExamples } from "../batching.js";
import { product } from "../products/matmul.js";
import { lowerTriangle, upperTriangle } from "../shape/triangle.js";
import { matmulNT, matrixTranspose } from "./algebra.js";
import { solution } from "./solution.js";
import type { SystemKind } from "./solution.js";
import { eachMatrix, leadOf } from "./stacks.js";

/** Whether to read the lower triangle, to solve with the transpose, and to take the diagonal as ones. */
export interface Triangle extends SystemKind {
  readonly lower: boolean;
  readonly unitDiagonal: boolean;
}

export const UPPER: Triangle = { lower: false, trans: false, unitDiagonal: false };
export const LOWER: Triangle = { ...UPPER, lower: true };
export const UNIT_LOWER: Triangle = { ...LOWER, unitDiagonal: true };

export const transposeKind = (kind: Triangle): Triangle => ({ ...kind, trans: !kind.trans });

/** x with a·x = b. Shapes: [..., n, n], [..., n, k] → [..., n, k], leading axes broadcast. */
export const solveTriangle: Op<[a: Tensor, b: Tensor, kind: Triangle]> = primitive("solveTriangular", {
  shape: (a, b) => [...broadcastShapes(leadOf(a), leadOf(b)), ...shapeOf(b).slice(-2)],
  kernel(out, a, b, kind) {
    const [n, k] = out.shape.slice(-2) as [number, number];
    eachMatrix(leadOf(out), [a, b], [out], ([am, bm], [x]) => {
      if (kernels().solveTriangular(x!, am!, bm!, n, k, kind) >= 0)
        throw new LinalgError(
          "expected a diagonal without zeros, got a singular matrix. Use lstsq or pinv for those.",
        );
    });
  },
  derivative: solution({
    solve: (a, b, kind: Triangle) => solveTriangle(a, b, kind),
    times: (a, x, kind) => product(storedTriangle(a, kind), x, kind.trans, false),
    outer: (y, x, kind) => storedTriangle(matmulNT(y, x), kind),
  }),
  batching: (batched, a, b, kind) =>
    solveTriangle(...(alignExamples(batched, [a, b]) as [Tensor, Tensor]), kind),
});

function storedTriangle(x: Tensor, { lower, unitDiagonal }: Triangle): Tensor {
  const k = unitDiagonal ? 1 : 0;
  return lower ? lowerTriangle(x, -k) : upperTriangle(x, k);
}

/** x·a⁻¹. */
export function divideByTriangle(x: Tensor, a: Tensor, kind: Triangle): Tensor {
  return matrixTranspose(solveTriangle(a, matrixTranspose(x), transposeKind(kind)));
}

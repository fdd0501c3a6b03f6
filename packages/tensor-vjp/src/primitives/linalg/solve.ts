/** Systems of equations. */
import { kernels } from "@ndgrad/kernels";
import { luSolve } from "@ndgrad/numerics/linalg";
import { LinalgError } from "../../errors.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { broadcastShapes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { alignExamples } from "../batching.js";
import { product } from "../products/matmul.js";
import { matmulNT } from "./algebra.js";
import { solution } from "./solution.js";
import type { SystemKind } from "./solution.js";
import { eachMatrix, leadOf } from "./stacks.js";

/** x with a·x = b, or aᵀ·x = b with `trans`. Shapes: [..., n, n], [..., n, k] → [..., n, k]; leading axes broadcast. */
export const solveSystem: Op<[a: Tensor, b: Tensor, kind: SystemKind]> = primitive("solve", {
  shape: (a, b) => [...broadcastShapes(leadOf(a), leadOf(b)), ...shapeOf(b).slice(-2)],
  kernel(out, a, b, { trans }) {
    const [n, k] = out.shape.slice(-2) as [number, number];
    const factors = new Float64Array(n * n);
    const perm = new Int32Array(n);
    let factored: Float64Array | undefined;
    eachMatrix(leadOf(out), [a, b], [out], ([am, bm], [x]) => {
      // A matrix that is shared by many right-hand sides is factored once.
      if (am !== factored && kernels().lu(factors, perm, am!, n, n).zeroPivot >= 0)
        throw new LinalgError(
          "expected matrices that can be inverted, got a singular one. Use lstsq or pinv for those.",
        );
      factored = am;
      luSolve(x!, factors, perm, bm!, n, k, trans, kernels().solveTriangular);
    });
  },
  derivative: solution({
    solve: (a, b, kind: SystemKind) => solveSystem(a, b, kind),
    times: (a, x, { trans }) => product(a, x, trans, false),
    outer: matmulNT,
  }),
  batching: (batched, a, b, kind) =>
    solveSystem(...(alignExamples(batched, [a, b]) as [Tensor, Tensor]), kind),
});

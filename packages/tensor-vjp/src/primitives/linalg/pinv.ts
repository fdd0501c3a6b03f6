/** Pseudoinverses. */
import { kernels } from "@ndgrad/kernels";
import { pinv } from "@ndgrad/numerics/linalg";
import { inFirst } from "../../derivative.js";
import { LinalgError } from "../../errors.js";
import { leadingAxis, primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, sub } from "../elementwise/arithmetic.js";
import { matmul, matmulNT, matmulTN, matrixTranspose } from "./algebra.js";
import { eachMatrix, leadOf } from "./stacks.js";

/** The Moore–Penrose pseudoinverse. Shapes: [..., m, n] → [..., n, m]. */
export const pseudoinverse: Op<[a: Tensor, rcond: number]> = primitive("pinv", {
  shape: (a) => [...leadOf(a), shapeOf(a).at(-1)!, shapeOf(a).at(-2)!],
  kernel(out, a, rcond) {
    const [n, m] = out.shape.slice(-2) as [number, number];
    eachMatrix(leadOf(out), [a], [out], ([am], [x]) => {
      if (pinv(x!, am!, m, n, rcond, kernels().svd) < 0)
        throw new LinalgError("expected finite entries, got NaN or infinity. Check the matrix first.");
    });
  },
  derivative: inFirst(
    (g, p, a) => along(matrixTranspose(p), matrixTranspose(a), g),
    (t, p, a) => along(p, a, t),
  ),
  batching: leadingAxis,
});

/** The derivative of p = a⁺ along t, for constant rank: −p t p + p pᵀ tᵀ (I − a p) + (I − p a) tᵀ pᵀ p. */
function along(p: Tensor, a: Tensor, t: Tensor): Tensor {
  const first = matmulNT(matmulNT(p, p), t);
  const last = matmulTN(t, matmulTN(p, p));
  const right = sub(first, matmul(matmul(first, a), p));
  const below = sub(last, matmul(p, matmul(a, last)));
  return sub(add(right, below), matmul(p, matmul(t, p)));
}

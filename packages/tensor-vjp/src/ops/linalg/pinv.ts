/** Pseudoinverses and least squares. */
import { method } from "../../method.js";
import { kernels } from "@ndgrad/kernels";
import { pinv as pseudoinvert } from "@ndgrad/numerics/linalg";
import { LinalgError, ShapeError } from "../../errors.js";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, sub } from "../../primitives/elementwise/arithmetic.js";
import { matmul } from "../products/matmul.js";
import { asArray } from "../../as-array.js";
import { eachMatrix, matrixShape, transposed } from "./stacks.js";

const pseudoinverse: Op<[a: Tensor, rcond: number]> = op(
  "pinv",
  {
    shapeOf(a) {
      const shape = shapeOf(a);
      return [...shape.slice(0, -2), shape.at(-1)!, shape.at(-2)!];
    },
    fill(out, a, rcond) {
      const [n, m] = out.shape.slice(-2) as [number, number];
      eachMatrix(out.shape.slice(0, -2), [a], [out], ([am], [x]) => {
        if (pseudoinvert(x!, am!, m, n, rcond, kernels().svd) < 0)
          throw new LinalgError("expected finite entries, got NaN or infinity. Check the matrix before.");
      });
    },
  },
  {
    vjp: [(g, p, a) => along(transposed(p), transposed(a), g), null],
    jvp: [(t, p, a) => along(p, a, t), null],
  },
);

/** The derivative of p = a⁺ along t, for constant rank: −p t p + p pᵀ tᵀ (I − a p) + (I − p a) tᵀ pᵀ p. */
function along(p: Tensor, a: Tensor, t: Tensor): Tensor {
  const [pt, tt] = [transposed(p), transposed(t)];
  const first = matmul(matmul(p, pt), tt);
  const last = matmul(tt, matmul(pt, p));
  const beside = sub(first, matmul(matmul(first, a), p));
  const below = sub(last, matmul(p, matmul(a, last)));
  return sub(add(beside, below), matmul(p, matmul(t, p)));
}

/** Singular values up to this part of the largest count as 0. */
export interface PinvOptions {
  readonly rcond?: number | undefined;
}

/**
 * The pseudoinverse of Moore and Penrose. Shapes: [..., m, n] → [..., n, m]. `rcond` is 1e-15 by default. The derivative is
 * that for matrices of constant rank. Source: Golub & Pereyra 1973.
 */
export const pinv: (a: Tensor, options?: PinvOptions) => Nd = method(
  "pinv",
  { rcond: 1e-15 },
  (a, { rcond }) => {
    matrixShape(a);
    return asArray(pseudoinverse(a, rcond));
  },
);

/**
 * The shortest x that makes ‖a·x − b‖₂ smallest. Shapes: a [m, n], b [m] or [m, k] → [n] or [n, k]. `rcond` is the rounding
 * unit times max(m, n) by default. NumPy's other results are not given: see `svdvals`. Derivatives as for `pinv`.
 * Throws ShapeError where b has another number of rows.
 */
export const lstsq: (a: Tensor, b: Tensor, options?: PinvOptions) => Nd = method(
  "lstsq",
  { rcond: undefined },
  (a, b, { rcond }) => {
    const [s, t] = [matrixShape(a), shapeOf(b)];
    const [m, n] = s.slice(-2) as [number, number];
    if (s.length !== 2 || t.length < 1 || t.length > 2 || t[0] !== m)
      throw new ShapeError(
        `expected a of [m,n] and b of [m] or [m,k], got ${bracket(s)} and ${bracket(t)}. The numbers of rows must agree.`,
      );
    return asArray(matmul(pinv(a, { rcond: rcond ?? 2 ** -52 * Math.max(m, n) }), b));
  },
);

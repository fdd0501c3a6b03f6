/** Pseudoinverses and least squares. */
import { asArray } from "../../as-array.js";
import { ShapeError } from "../../errors.js";
import { method } from "../../method.js";
import { pseudoinverse } from "../../primitives/linalg/pinv.js";
import { matrixShape } from "../../primitives/linalg/stacks.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { matmul } from "../products/matmul.js";

/** Singular values up to `rcond` times the largest count as 0. */
export interface PinvOptions {
  readonly rcond?: number | undefined;
}

/**
 * The Moore–Penrose pseudoinverse. Shapes: [..., m, n] → [..., n, m]. `rcond` is 1e-15 by default. The derivative is the one
 * for matrices of constant rank. Source: Golub & Pereyra 1973.
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
 * The shortest x that minimizes ‖a·x − b‖₂. Shapes: a [m, n], b [m] or [m, k] → [n] or [n, k]. `rcond` is machine epsilon
 * times max(m, n) by default. Returns x only; for NumPy's singular values see `svdvals`. Derivatives as for `pinv`.
 * Throws ShapeError where `a` and `b` differ in their number of rows.
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

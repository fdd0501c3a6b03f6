/** Systems of equations and inverses. */
import { asArray } from "../../as-array.js";
import { method } from "../../method.js";
import { identity } from "../../primitives/linalg/algebra.js";
import { solveSystem } from "../../primitives/linalg/solve.js";
import { squareSize } from "../../primitives/linalg/stacks.js";
import type { Nd, Tensor } from "../../tensor.js";
import { ofSquare } from "./of-square.js";
import { solveWith } from "./right-hand-sides.js";

/**
 * x with a·x = b, by LU factors with partial pivoting. Shapes: a [..., n, n], b [n] or [..., n, k] → as b; leading axes
 * broadcast; b with one axis less than `a` is a stack of vectors. Derivative in b: a⁻ᵀg; in a: −a⁻ᵀg xᵀ.
 * Throws LinalgError for matrices that are singular or not square, ShapeError where b does not fit. Source: Giles 2008.
 */
export const solve: (a: Tensor, b: Tensor) => Nd = method("solve", (a, b) => solveWith(a, b, inverseTimes));

/** The inverse. Shapes: [..., n, n], kept. Derivative −a⁻ᵀ g a⁻ᵀ. Throws LinalgError for matrices that are singular or not square. */
export const inv: (a: Tensor) => Nd = ofSquare("inv", (a) =>
  asArray(inverseTimes(a, identity(squareSize(a)))),
);

const inverseTimes = (a: Tensor, b: Tensor): Tensor => solveSystem(a, b, { trans: false });

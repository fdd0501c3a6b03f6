/** The right-hand sides of a·x = b: stacks of matrices, or of vectors. */
import { asArray } from "../../as-array.js";
import { ShapeError } from "../../errors.js";
import { asColumns } from "../../primitives/linalg/algebra.js";
import { squareSize } from "../../primitives/linalg/stacks.js";
import { withShape } from "../../primitives/shape/reshape.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";

/**
 * Extends `solve`, which takes stacks of matrices b, to vectors: b with one axis less than `a` is a stack of vectors.
 * Throws ShapeError where b does not fit.
 */
export function solveWith(a: Tensor, b: Tensor, solve: (a: Tensor, b: Tensor) => Tensor): Nd {
  const n = squareSize(a);
  const [s, t] = [shapeOf(a), shapeOf(b)];
  const isVector = t.length === s.length - 1;
  if ((isVector ? t.at(-1) : t.at(-2)) !== n)
    throw new ShapeError(
      `expected right-hand sides of ${n} rows, got ${bracket(t)} for matrices ${bracket(s)}. ` +
        `Give [..., ${n}, k], or vectors [..., ${n}].`,
    );
  if (!isVector) return asArray(solve(a, b));
  const x = solve(a, asColumns(b));
  return asArray(withShape(x, shapeOf(x).slice(0, -1)));
}

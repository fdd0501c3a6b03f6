/** Systems with band matrices. */
import { asArray } from "../../as-array.js";
import { ShapeError, ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { asColumns } from "../../primitives/linalg/algebra.js";
import { solveBand } from "../../primitives/linalg/banded.js";
import { withShape } from "../../primitives/shape/reshape.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";

/**
 * x with A·x = b for a matrix that has `l` diagonals below the main one and `u` above, given as the rows of `ab`:
 * A[i, j] = ab[u + i − j, j]. Shapes: ab [l + u + 1, n], b [n] or [n, k] → as b. Time O(n (l + u) l). Entries of `ab`
 * outside the matrix are not read. Throws LinalgError for a singular matrix, ShapeError and ValueError where shapes do not fit.
 * Source: scipy.linalg.solve_banded for the storage.
 */
export const solveBanded: ([l, u]: readonly [lower: number, upper: number], ab: Tensor, b: Tensor) => Nd =
  method("solveBanded", ([l, u], ab, b) => {
    const [s, t] = [shapeOf(ab), shapeOf(b)];
    if (![l, u].every((count) => Number.isInteger(count) && count >= 0))
      throw new ValueError(`expected numbers of diagonals, got ${l} and ${u}. Count from 0.`);
    if (s.length !== 2 || s[0] !== l + u + 1 || t.length < 1 || t.length > 2 || t[0] !== s[1])
      throw new ShapeError(
        `expected a band of [${l + u + 1},n] and b of [n] or [n,k], got ${bracket(s)} and ${bracket(t)}.`,
      );
    const x = solveBand(ab, t.length === 1 ? asColumns(b) : b, { l, u, trans: false });
    return asArray(t.length === 1 ? withShape(x, t) : x);
  });

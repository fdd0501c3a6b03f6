/** The parts of matrices on either side of a diagonal. */
import ndarray from "ndarray";
import { ShapeError } from "../../errors.js";
import { shapeOf } from "../../tensor.js";
import type { Mask, Nd, Tensor } from "../../tensor.js";
import { ranked } from "../../ranked.js";
import { where } from "../../primitives/elementwise/where.js";

/**
 * The last two axes with 0 above the kth diagonal (k > 0 is above the main one). Shapes: [..., m, n] → same; [n] → [n, n],
 * each row the vector. Linear. Throws ShapeError for a number.
 */
export function tril(x: Tensor, k = 0): Nd {
  return ranked(
    where(
      triangle("tril", x, (i, j) => j - i <= k),
      x,
      0,
    ),
  );
}

/** The last two axes with 0 below the kth diagonal. Shapes as for `tril`. Linear. Throws ShapeError for a number. */
export function triu(x: Tensor, k = 0): Nd {
  return ranked(
    where(
      triangle("triu", x, (i, j) => j - i >= k),
      x,
      0,
    ),
  );
}

function triangle(op: string, x: Tensor, holds: (i: number, j: number) => boolean): Mask {
  const shape = shapeOf(x, op);
  const n = shape.at(-1);
  if (n === undefined)
    throw new ShapeError(`${op}: expected a matrix, got a number. Use reshape(x, [1, 1]).`);
  const m = shape.at(-2) ?? n;
  const mask = new Uint8Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) if (holds(i, j)) mask[i * n + j] = 1;
  return ndarray(mask, [m, n]);
}

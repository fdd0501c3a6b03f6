/** The parts of matrices on either side of a diagonal. */
import { ndarray } from "@ndgrad/kernels";
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { shapeOf } from "../../tensor.js";
import type { Mask, Nd, Tensor } from "../../tensor.js";
import { asArray } from "../../as-array.js";
import { where } from "../elementwise/where.js";

/**
 * The last two axes with 0 above the kth diagonal (k > 0 is above the main one). Shapes: [..., m, n] → same; [n] → [n, n],
 * each row the vector. Linear. Throws ShapeError for a number.
 */
export const tril: (x: Tensor, k?: number) => Nd = method("tril", (x, given_k) => {
  const k = given_k ?? 0;
  return asArray(
    where(
      triangle(x, (i, j) => j - i <= k),
      x,
      0,
    ),
  );
});

/** The last two axes with 0 below the kth diagonal. Shapes as for `tril`. Linear. Throws ShapeError for a number. */
export const triu: (x: Tensor, k?: number) => Nd = method("triu", (x, given_k) => {
  const k = given_k ?? 0;
  return asArray(
    where(
      triangle(x, (i, j) => j - i >= k),
      x,
      0,
    ),
  );
});

function triangle(x: Tensor, holds: (i: number, j: number) => boolean): Mask {
  const shape = shapeOf(x);
  const n = shape.at(-1);
  if (n === undefined) throw new ShapeError(`expected a matrix, got a number. Use reshape(x, [1, 1]).`);
  const m = shape.at(-2) ?? n;
  const mask = new Uint8Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) if (holds(i, j)) mask[i * n + j] = 1;
  return ndarray(mask, [m, n]);
}

/** The triangles of matrices on either side of a diagonal. */
import { ndarray } from "@ndgrad/kernels";
import { ShapeError } from "../../errors.js";
import { shapeOf } from "../../tensor.js";
import type { Mask, Tensor } from "../../tensor.js";
import { choose } from "../elementwise/where.js";

/** Matrices with 0 above the kth diagonal (k > 0 is above the main one); a vector stands for the matrix with it as every row. */
export function lowerTriangle(x: Tensor, k = 0): Tensor {
  return choose(
    maskOf(x, (i, j) => j - i <= k),
    x,
    0,
  );
}

/** Matrices with 0 below the kth diagonal. */
export function upperTriangle(x: Tensor, k = 0): Tensor {
  return choose(
    maskOf(x, (i, j) => j - i >= k),
    x,
    0,
  );
}

function maskOf(x: Tensor, holds: (i: number, j: number) => boolean): Mask {
  const shape = shapeOf(x);
  const n = shape.at(-1);
  if (n === undefined) throw new ShapeError(`expected a matrix, got a number. Use reshape(x, [1, 1]).`);
  const m = shape.at(-2) ?? n;
  const mask = new Uint8Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) if (holds(i, j)) mask[i * n + j] = 1;
  return ndarray(mask, [m, n]);
}

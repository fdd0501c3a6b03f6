/** The vocabulary of the rules of linear algebra: small functions on stacks of matrices. */
import { ndarray } from "@ndgrad/kernels";
import { empty, shapeOf } from "../../tensor.js";
import type { Mask, Nd, Tensor } from "../../tensor.js";
import { add, mul, reciprocal } from "../elementwise/arithmetic.js";
import { choose } from "../elementwise/where.js";
import { assemble } from "../index/assemble.js";
import { boxSelection, read } from "../index/selection.js";
import { product } from "../products/matmul.js";
import { sumOver } from "../reduce/sum.js";
import { permute } from "../shape/permute.js";
import { withShape } from "../shape/reshape.js";
import { leadOf } from "./stacks.js";

export const matmul = (a: Tensor, b: Tensor): Tensor => product(a, b, false, false);
/** aᵀ·b. */
export const matmulTN = (a: Tensor, b: Tensor): Tensor => product(a, b, true, false);
/** a·bᵀ. */
export const matmulNT = (a: Tensor, b: Tensor): Tensor => product(a, b, false, true);

/** The transpose of each matrix. */
export function matrixTranspose(x: Tensor): Tensor {
  const lead = leadOf(x).length;
  return permute(x, [...Array(lead).keys(), lead + 1, lead]);
}

/** (x + xᵀ)/2. */
export const symmetrize = (x: Tensor): Tensor => mul(0.5, add(x, matrixTranspose(x)));

/** Σ xᵢⱼ·yᵢⱼ of each pair of matrices. */
export function innerProduct(x: Tensor, y: Tensor): Tensor {
  const xy = mul(x, y);
  const rank = shapeOf(xy).length;
  return sumOver(xy, [rank - 2, rank - 1], false);
}

/** The sum of one or more terms. */
export const total = (terms: readonly Tensor[]): Tensor => terms.reduce((x, y) => add(x, y));

/** Vectors [..., n] as rows [..., 1, n]. */
export function asRows(x: Tensor): Tensor {
  const shape = shapeOf(x);
  return withShape(x, [...shape.slice(0, -1), 1, shape.at(-1)!]);
}

/** Vectors [..., n] as columns [..., n, 1]. */
export function asColumns(x: Tensor): Tensor {
  return withShape(x, [...shapeOf(x), 1]);
}

/** The m × n block of each matrix that begins at row i and column j. */
export function block(
  x: Tensor,
  [i, j]: readonly [number, number],
  [m, n]: readonly [number, number],
): Tensor {
  const lead = leadOf(x);
  return read(x, boxSelection([...lead, m, n], [...lead.map(() => 0), i, j]));
}

/** m × n matrices with `blocks` at rows i and columns j, 0 elsewhere; all blocks have the same leading axes. */
export function fromBlocks(
  [m, n]: readonly [number, number],
  blocks: readonly (readonly [i: number, j: number, x: Tensor])[],
): Tensor {
  const lead = leadOf(blocks[0]![2]);
  const parts = blocks.map(([i, j, x]) => ({
    selection: boxSelection(shapeOf(x), [...lead.map(() => 0), i, j]),
    x,
  }));
  return assemble([...lead, m, n], parts);
}

/** 1/x, but 0 on the diagonal whatever is there. */
export function reciprocalOffDiagonal(x: Tensor): Tensor {
  const mask = diagonalMask(shapeOf(x).at(-1)!);
  return choose(mask, 0, reciprocal(choose(mask, 1, x)));
}

/** True on the diagonal. */
export function diagonalMask(n: number): Mask {
  const mask = new Uint8Array(n * n);
  for (let i = 0; i < n; i++) mask[i * n + i] = 1;
  return ndarray(mask, [n, n]);
}

/** The identity, a constant. */
export function identity(n: number): Nd {
  const out = empty([n, n]);
  for (let i = 0; i < n; i++) out.data[i * n + i] = 1;
  return out;
}

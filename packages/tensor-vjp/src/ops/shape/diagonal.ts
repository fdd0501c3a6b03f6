/** Diagonals: read from matrices, turned into matrices, summed. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { assemble } from "../../primitives/index/assemble.js";
import { ravel } from "./dimensions.js";
import { read } from "../../primitives/index/selection.js";
import { diagonalSelection } from "../../primitives/shape/diagonal.js";
import type { Target } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import { sum } from "../reduce/sum.js";

/** The diagonal `offset` to the right of the main one, of the matrices with rows along `axis1` and columns along `axis2`. */
export interface DiagonalOptions {
  readonly offset?: number | undefined;
  readonly axis1?: number | undefined;
  readonly axis2?: number | undefined;
}

const DEFAULTS = { offset: 0, axis1: 0, axis2: 1 };

/**
 * The diagonals of the matrices along `axis1` and `axis2`. Shapes: without these two axes, then one for the diagonal.
 * Linear. Throws ValueError below rank 2 or where the axes are the same, AxisError.
 */
export const diagonal: (x: Tensor, options?: DiagonalOptions) => Nd = method(
  "diagonal",
  DEFAULTS,
  (x, options) => asArray(read(x, selectDiagonal(shapeOf(x), options))),
);

/**
 * The sum of each diagonal that `diagonal` gives: a number for a matrix. Linear.
 * Throws ValueError below rank 2 or where the axes are the same, AxisError.
 */
export const trace: (x: Tensor, options?: DiagonalOptions) => Tensor = method(
  "trace",
  DEFAULTS,
  (x, options) => sum(read(x, selectDiagonal(shapeOf(x), options)), { axis: -1 }),
);

/**
 * The transpose of `diagonal`: zeros with the last axis of `x` on the diagonal of two new axes.
 * Shapes: [..., n] → the other axes, and axes of size n + |offset| as `axis1` and `axis2` of the result. Linear.
 * Throws ValueError for a number or where the axes are the same, AxisError.
 */
export const makeDiagonal: (x: Tensor, options?: DiagonalOptions) => Nd = method(
  "makeDiagonal",
  DEFAULTS,
  (x, { offset, axis1, axis2 }) => {
    const from = shapeOf(x);
    const n = from.at(-1);
    if (n === undefined)
      throw new ValueError("expected an array of rank 1 or more, got a number. Use atleast1d(x).");
    const rank = from.length + 1;
    const axes = [normalizeAxis(axis1, rank), normalizeAxis(axis2, rank)];
    const rest = from.values();
    const shape = Array.from({ length: rank }, (_, a) =>
      axes.includes(a) ? n + Math.abs(offset) : Number(rest.next().value),
    );
    return asArray(assemble(shape, [{ selection: selectDiagonal(shape, { offset, axis1, axis2 }), x }]));
  },
);

/**
 * The kth diagonal of a matrix, or the matrix with a given vector as its kth diagonal (k > 0 is above the main one). Linear.
 * Throws ValueError for other ranks; `diagonal` and `makeDiagonal` take any.
 */
export const diag: (x: Tensor, k?: number) => Nd = method("diag", (x, offset) => {
  const shape = shapeOf(x);
  if (shape.length === 1) return makeDiagonal(x, { offset });
  if (shape.length === 2) return diagonal(x, { offset });
  throw new ValueError(
    `expected a vector or a matrix, got ${bracket(shape)}. Use diagonal or makeDiagonal for stacks.`,
  );
});

/** The matrix with the entries of `x`, flattened, on its kth diagonal. Linear. */
export const diagflat: (x: Tensor, k?: number) => Nd = method("diagflat", (x, offset) =>
  makeDiagonal(ravel(x), { offset }),
);

/** The diagonals that the options name. */
function selectDiagonal(shape: Shape, { offset, axis1, axis2 }: typeof DEFAULTS): Target {
  if (shape.length < 2)
    throw new ValueError(
      `expected an array of rank 2 or more, got ${bracket(shape)}. Use diag to make a matrix.`,
    );
  if (!Number.isInteger(offset))
    throw new ValueError(`expected a whole number as offset, got ${offset}. Round it first.`);
  const [a, b] = [normalizeAxis(axis1, shape.length), normalizeAxis(axis2, shape.length)];
  if (a !== b) return diagonalSelection(shape, a, b, offset);
  throw new ValueError(`expected two different axes, got ${bracket([axis1, axis2])}. Name rows and columns.`);
}

/** Norms of vectors and matrices. */
import { ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { abs } from "../../primitives/elementwise/absolute.js";
import { square } from "../../primitives/elementwise/arithmetic.js";
import { equal, notEqual } from "../../primitives/elementwise/comparison.js";
import { pow, sqrt } from "../../primitives/elementwise/power.js";
import { bracket, normalizeAxes } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { where } from "../elementwise/where.js";
import { max, min } from "../reduce/max-min.js";
import { sum } from "../reduce/sum.js";
import { expandDims } from "../shape/dimensions.js";
import { moveaxis } from "../shape/transpose.js";
import { svdvals } from "./svd.js";

/** NumPy's orders: numbers for vectors; 1, −1, 2, −2, ±∞, "fro" and "nuc" for matrices. */
export type NormOrder = number | "fro" | "nuc";

export interface NormOptions {
  readonly ord?: NormOrder | null | undefined;
  /** One axis for vectors, two for matrices; all by default, which with an order needs rank 1 or 2. */
  readonly axis?: AxisOption | undefined;
  readonly keepdims?: boolean | undefined;
}

/**
 * The norm of vectors along one axis, or of matrices in two. Without `ord`, the root of the sum of squares over the axes.
 * Derivative 0 where a norm of order > 1 is 0; ties in norms of order ±∞ and ties of singular values share equally.
 * Throws AxisError; ValueError for an order that does not exist for vectors or matrices, or for too many axes.
 * Source: numpy.linalg.
 */
export const norm: (x: Tensor, options?: NormOptions) => Tensor = method(
  "norm",
  { ord: null, axis: undefined, keepdims: false },
  (x, { ord, axis, keepdims }) => {
    const shape = shapeOf(x);
    const axes = normalizeAxes(axis, shape.length);
    // The order of two axes says which are rows.
    const [row, column] = Array.isArray(axis) ? (axis as readonly number[]).map((a) => (a < 0 ? a + shape.length : a)) : axes; // prettier-ignore
    if (ord === null) return euclidean(x, axes, keepdims);
    if (axes.length === 1) return vectorNorm(x, ord, axes, keepdims);
    if (axes.length === 2) return matrixNorm(x, ord, row!, column!, keepdims);
    throw new ValueError(
      `expected one axis or two for an order, got ${axes.length} of ${bracket(shape)}. Name them with axis.`,
    );
  },
);

type Axes = readonly number[];

function vectorNorm(x: Tensor, ord: NormOrder, axis: Axes, keepdims: boolean): Tensor {
  if (typeof ord !== "number" || Number.isNaN(ord))
    throw new ValueError(`expected an order for vectors, got ${ord}. Use a number, or two axes.`);
  const options = { axis, keepdims };
  if (ord === Infinity) return max(abs(x), options);
  if (ord === -Infinity) return min(abs(x), options);
  if (ord === 0) return sum(where(notEqual(x, 0), 1, 0), options);
  if (ord === 1) return sum(abs(x), options);
  if (ord === 2) return euclidean(x, axis, keepdims);
  return rootOrZero(sum(pow(abs(x), ord), options), (s) => pow(s, 1 / ord));
}

function matrixNorm(x: Tensor, ord: NormOrder, row: number, column: number, keepdims: boolean): Tensor {
  if (ord === "fro") return euclidean(x, [row, column], keepdims);
  const reduce = (along: number, extreme: typeof max): Tensor => {
    const sums = sum(abs(x), { axis: along, keepdims: true });
    return extreme(sums, { axis: [row, column], keepdims });
  };
  if (ord === 1) return reduce(row, max);
  if (ord === -1) return reduce(row, min);
  if (ord === Infinity) return reduce(column, max);
  if (ord === -Infinity) return reduce(column, min);
  const values = (): Tensor => svdvals(moveaxis(x, [row, column], [-2, -1]));
  const ascending = [row, column].toSorted((a, b) => a - b);
  const kept = (ans: Tensor): Tensor => (keepdims ? expandDims(ans, ascending) : ans);
  if (ord === 2) return kept(max(values(), { axis: -1 }));
  if (ord === -2) return kept(min(values(), { axis: -1 }));
  if (ord === "nuc") return kept(sum(values(), { axis: -1 }));
  throw new ValueError(
    `expected an order for matrices, got ${ord}. Use 1, -1, 2, -2, ±Infinity, "fro" or "nuc".`,
  );
}

function euclidean(x: Tensor, axis: Axes, keepdims: boolean): Tensor {
  return rootOrZero(sum(square(x), { axis, keepdims }), sqrt);
}

/** root(s), and 0 with derivative 0 where s is 0. */
function rootOrZero(s: Tensor, root: (s: Tensor) => Tensor): Tensor {
  const isZero = equal(s, 0);
  return where(isZero, 0, root(where(isZero, 1, s)));
}

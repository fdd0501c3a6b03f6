/** Stacks of matrices: shape checks, and the plain loop over them. */
import { LinalgError, ShapeError } from "../../errors.js";
import { scratch } from "../../scope.js";
import { bracket, broadcastShapes } from "../../shape.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { kernels } from "@ndgrad/kernels";
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { expandDims, squeeze } from "../shape/dimensions.js";
import { asArray } from "../../as-array.js";
import { swapaxes } from "../shape/transpose.js";

/** The last two axes exchanged. */
export const transposed = (x: Tensor): Tensor => swapaxes(x, -1, -2);

/** Throws ShapeError unless `x` has the two axes of a matrix. */
export function matrixShape(x: Tensor): Shape {
  const shape = shapeOf(x);
  if (shape.length >= 2) return shape;
  throw new ShapeError(`expected a matrix, or a stack of them, got ${bracket(shape)}. Use atleast2d.`);
}

/** The n of a stack of n × n matrices. Throws LinalgError where they are not square. */
export function squareSize(x: Tensor): number {
  const shape = matrixShape(x);
  const [m, n] = shape.slice(-2) as [number, number];
  if (m === n) return n;
  throw new LinalgError(`expected square matrices, got ${bracket(shape)}. The last two sizes must agree.`);
}

/** `x` with leading axes `lead`, which its own broadcast to. Traced. */
export function spreadOver(x: Tensor, lead: Shape): Tensor {
  return broadcastTo(x, [...lead, ...shapeOf(x).slice(-2)]);
}

/** x and xᵀ in equal parts. */
export const symmetric = (x: Tensor): Tensor => mul(0.5, add(x, transposed(x)));

/**
 * What `solve` does for a·x = b with stacks of one count and matrices for b, done for all that `a` and `b` may be: leading
 * axes broadcast, and b with one axis less than `a` is a stack of vectors. Throws ShapeError where b does not fit.
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
  const bm = isVector ? expandDims(b, -1) : b;
  const lead = broadcastShapes(s.slice(0, -2), shapeOf(bm).slice(0, -2));
  const x = solve(spreadOver(a, lead), spreadOver(bm, lead));
  return asArray(isVector ? squeeze(x, { axis: -1 }) : x);
}

/** The entries of `x` in row-major order; its own memory where they lie so. */
function entriesOf(x: Nd): Float64Array {
  const size = sizeOf(x.shape);
  let step = 1;
  const isContiguous = [...x.shape.keys()].reverse().every((a) => {
    const fits = x.shape[a] === 1 || x.stride[a] === step;
    step *= x.shape[a]!;
    return fits;
  });
  if (isContiguous || size === 0) return x.data.subarray(x.offset, x.offset + size);
  const copy = scratch(x.shape);
  kernels().copy(copy, x);
  return copy.data;
}

/**
 * Call `f` for each of the stacked matrices: with the row-major entries of each input and of each of the arrays to fill.
 * All have `lead` for their first axes.
 */
export function eachMatrix(
  lead: Shape,
  inputs: readonly Tensor[],
  outs: readonly Nd[],
  f: (inputs: readonly Float64Array[], outs: readonly Float64Array[]) => void,
): void {
  const count = sizeOf(lead);
  const cut = (data: Float64Array): ((i: number) => Float64Array) => {
    const size = data.length / Math.max(count, 1);
    return (i) => data.subarray(i * size, (i + 1) * size);
  };
  const from = inputs.map((x) => cut(entriesOf(asNd(x))));
  const to = outs.map((x) => cut(entriesOf(x)));
  for (let i = 0; i < count; i++)
    f(
      from.map((at) => at(i)),
      to.map((at) => at(i)),
    );
}

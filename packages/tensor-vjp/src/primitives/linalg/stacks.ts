/** Stacks of matrices: shape checks, and the loop over them. */
import { isContiguous, kernels } from "@ndgrad/kernels";
import { LinalgError, ShapeError } from "../../errors.js";
import { scratch } from "../../scope.js";
import { bracket, sameShape } from "../../shape.js";
import { asNd, shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";

/**
 * The shape of `x`. Throws ShapeError unless it has the two axes of a matrix. Ops must check this, since primitives can't:
 * under `vmap` they get one more leading axis, and a batch of vectors looks like a matrix.
 */
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

/** The shape without the last two axes, those of the matrices. */
export function leadOf(x: Tensor): Shape {
  return shapeOf(x).slice(0, -2);
}

/**
 * Call `f` for each position in a stack, with the row-major entries of the matrices there, of the inputs and of the outputs
 * to fill. The leading axes of the outputs are `lead`; those of the inputs broadcast to it. As long as an input repeats the
 * same matrix, `f` gets the same object for it.
 */
export function eachMatrix(
  lead: Shape,
  inputs: readonly Tensor[],
  outs: readonly Nd[],
  f: (inputs: readonly Float64Array[], outs: readonly Float64Array[]) => void,
): void {
  const count = sizeOf(lead);
  const from = inputs.map((x) => matricesOf(asNd(x), lead));
  const to = outs.map((x) => parts(entriesOf(x), count));
  for (let i = 0; i < count; i++)
    f(
      from.map((at) => at(i)),
      to.map((at) => at(i)),
    );
}

/** Gives the matrix of `x` at each position of `lead`, counted in row-major order. */
function matricesOf(x: Nd, lead: Shape): (i: number) => Float64Array {
  const own = leadOf(x);
  const part = parts(entriesOf(x), sizeOf(own));
  if (sameShape(own, lead)) return part;
  let last = -1;
  let matrix: Float64Array | undefined;
  return (i) => {
    const k = broadcastPosition(i, lead, own);
    if (k === last && matrix !== undefined) return matrix;
    last = k;
    return (matrix = part(k));
  };
}

/** The entry of an array of shape `own` that becomes entry i once it is broadcast to `shape`. */
function broadcastPosition(i: number, shape: Shape, own: Shape): number {
  let position = 0;
  let stride = 1;
  for (let a = 1; a <= own.length; a++) {
    const n = shape[shape.length - a]!;
    if (own[own.length - a] !== 1) position += (i % n) * stride;
    stride *= own[own.length - a]!;
    i = Math.floor(i / n);
  }
  return position;
}

function parts(data: Float64Array, count: number): (i: number) => Float64Array {
  const size = data.length / Math.max(count, 1);
  return (i) => data.subarray(i * size, (i + 1) * size);
}

/** The entries of `x` in row-major order: its own memory if it is contiguous, else a copy. */
export function entriesOf(x: Nd): Float64Array {
  const size = sizeOf(x.shape);
  if (isContiguous(x)) return x.data.subarray(x.offset, x.offset + size);
  const copy = scratch(x.shape);
  kernels().copy(copy, x);
  return copy.data.subarray(copy.offset, copy.offset + size);
}

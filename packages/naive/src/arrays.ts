/** Numbers and ndarrays under one roof: elementwise maps that broadcast, and the sums that undo a broadcast. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";

/** What a Var holds: an ndarray, or a number, which is an array of rank 0. */
export type Value = number | NdArray<Float64Array>;
export type Shape = readonly number[];
/** A value as nested lists, to write one down or to print one. */
export type List = number | readonly List[];

const range = (n: number) => Array.from({ length: n }, (_, i) => i);

export const shapeOf = (x: Value): Shape => (typeof x === "number" ? [] : x.shape);
export const sizeOf = (shape: Shape) => shape.reduce((size, n) => size * n, 1);
export const describe = (...values: Value[]) => values.map((x) => `[${shapeOf(x).join(",")}]`).join(" and ");

/** The value of that shape whose entries, in row-major order, are `data`. */
const build = (data: Float64Array, shape: Shape): Value =>
  shape.length === 0 ? data[0]! : ndarray(data, [...shape]);

/**
 * `x` seen at a larger shape. Nothing is copied: along an axis that repeats, the stride is 0, so that every step
 * stays where it is.
 */
export function broadcastTo(x: Value, shape: Shape): NdArray<Float64Array> {
  const a = typeof x === "number" ? ndarray(Float64Array.of(x), []) : x;
  const added = shape.length - a.shape.length;
  const stride = shape.map((_, axis) => ((a.shape[axis - added] ?? 1) === 1 ? 0 : a.stride[axis - added]!));
  return ndarray(a.data, [...shape], stride, a.offset);
}

/** Undo a broadcast: sum `x` down to `shape`, adding up the copies that broadcasting from `shape` made. */
export function sumTo(x: Value, shape: Shape): Value {
  if (typeof x === "number") return x;
  const sums = new Float64Array(sizeOf(shape));
  const target = positions(broadcastTo(ndarray(sums, [...shape]), shapeOf(x)));
  entries(x).forEach((entry, i) => (sums[target[i]!]! += entry));
  return build(sums, shape);
}

/** `f` of the entries of `values`, which broadcast. `op` is named in the error when they don't. */
export function map(op: string, f: (...entries: number[]) => number, ...values: Value[]): Value {
  // Numbers need no array, and a loop of a million of them is common.
  if (values.every((x) => typeof x === "number")) return f(...values);
  const shape = broadcastShape(op, values);
  const columns = values.map((x) => entries(broadcastTo(x, shape)));
  const row = (_: unknown, i: number) => f(...columns.map((column) => column[i]!));
  return build(Float64Array.from({ length: sizeOf(shape) }, row), shape);
}

/** Shapes are aligned at their last axes; a length of 1, or an axis that is not there, repeats to fit any length. */
function broadcastShape(op: string, values: readonly Value[]): Shape {
  const shapes = values.map(shapeOf);
  const rank = Math.max(...shapes.map((shape) => shape.length));
  return range(rank).map((axis) => {
    const lengths = shapes.map((shape) => shape[axis - rank + shape.length] ?? 1).filter((n) => n !== 1);
    if (new Set(lengths).size > 1)
      throw new RangeError(
        `${op}: expected shapes that broadcast, got ${describe(...values)}. Make the lengths of each axis agree, or 1.`,
      );
    return lengths[0] ?? 1;
  });
}

/** The axes that `axis` means in that shape: all when absent, else one, counted from the end when negative. */
export function axesOf(op: string, shape: Shape, axis?: number): number[] {
  const rank = shape.length;
  const axes = range(rank).filter((i) => axis === undefined || axis === i || axis === i - rank);
  if (axis !== undefined && axes.length === 0)
    throw new RangeError(
      `${op}: expected an axis of shape [${shape.join(",")}], got ${axis}. Count from 0, or from -1 at the end.`,
    );
  return axes;
}

/** Where in `a.data` the entries of `a` are, in row-major order, whatever the strides. */
function positions(a: NdArray<Float64Array>): number[] {
  const steps = (axis: number) => range(a.shape[axis]!).map((i) => i * a.stride[axis]!);
  const extend = (from: number[], axis: number) => from.flatMap((at) => steps(axis).map((step) => at + step));
  return range(a.shape.length).reduce(extend, [a.offset]);
}

function entries(x: Value): Float64Array {
  const a = broadcastTo(x, shapeOf(x));
  return Float64Array.from(positions(a), (at) => a.data[at]!);
}

export const reshape = (x: Value, shape: Shape): Value => build(entries(x), shape);

/** `x` with its axes in reverse order, as a view. */
export const transpose = (x: Value): Value =>
  typeof x === "number" ? x : x.transpose(...range(x.dimension).reverse());

/** The matrix product [m,k] · [k,n] → [m,n]. */
export function matmul(a: Value, b: Value): Value {
  const fit = shapeOf(a).length === 2 && shapeOf(b).length === 2 && shapeOf(a)[1] === shapeOf(b)[0];
  if (typeof a === "number" || typeof b === "number" || !fit)
    throw new RangeError(
      `matmul: expected [m,k] and [k,n], got ${describe(a, b)}. The inner lengths must agree.`,
    );
  const [rows, inner, columns] = [range(a.shape[0]!), range(b.shape[0]!), range(b.shape[1]!)];
  const dot = (i: number, j: number) => inner.reduce((sum, k) => sum + a.get(i, k) * b.get(k, j), 0);
  const data = Float64Array.from(rows.flatMap((i) => columns.map((j) => dot(i, j))));
  return build(data, [rows.length, columns.length]);
}

/** A value from nested lists: `array([[1, 2], [3, 4]])` has shape [2,2]. */
export function array(list: List): Value {
  if (typeof list === "number") return list;
  const rows = list.map(array);
  const shape = rows[0] === undefined ? [] : shapeOf(rows[0]);
  const ragged = rows.find((row) => String(shapeOf(row)) !== String(shape));
  if (ragged !== undefined)
    throw new RangeError(
      `array: expected rows of one shape, got ${describe(rows[0]!, ragged)}. Pad the short ones.`,
    );
  return build(Float64Array.from(rows.flatMap((row) => [...entries(row)])), [rows.length, ...shape]);
}

/** A value as nested lists, the inverse of `array`. */
export function list(x: Value): List {
  if (typeof x === "number") return x;
  return x.dimension === 0 ? x.get() : range(x.shape[0]!).map((i) => list(x.pick(i)));
}

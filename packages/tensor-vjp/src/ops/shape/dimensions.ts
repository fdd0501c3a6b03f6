/** Adding and dropping axes of size 1, and flattening. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket, normalizeAxes } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { asArray } from "../../as-array.js";
import { reshape } from "./reshape.js";
import type { OrderOption } from "./reshape.js";

/** All entries as a vector, in row-major order; with `order` "F", the first axis changes fastest. Linear. */
export const ravel: (x: Tensor, options?: OrderOption) => Nd = method(
  "ravel",
  { order: "C" },
  (x, { order }) => asArray(reshape(x, [sizeOf(shapeOf(x))], { order })),
);

/**
 * `x` with new axes of size 1, at `axis` in the result. Shapes: rank → rank + number of axes. Linear.
 * Throws AxisError for an axis that the result does not have, ValueError for one named twice.
 */
export const expandDims: (x: Tensor, axis: number | readonly number[]) => Nd = method(
  "expandDims",
  (x, axis) => {
    const from = shapeOf(x);
    const rank = from.length + (typeof axis === "number" ? 1 : axis.length);
    const added = normalizeAxes(axis, rank);
    const kept = from.values();
    const shape = Array.from({ length: rank }, (_, a) => (added.includes(a) ? 1 : Number(kept.next().value)));
    return asArray(reshape(x, shape));
  },
);

/** For `squeeze`: which axes of size 1 to drop; all of them by default. */
export interface SqueezeOptions {
  readonly axis?: AxisOption | undefined;
}

/**
 * `x` without axes of size 1: those of `axis`, or all. Linear.
 * Throws ShapeError where a named axis has another size, AxisError for an axis out of range.
 */
export const squeeze: (x: Tensor, options?: SqueezeOptions) => Tensor = method(
  "squeeze",
  { axis: undefined },
  (x, { axis }) => {
    const shape = shapeOf(x);
    const all = axis === undefined || axis === null;
    const dropped = normalizeAxes(axis, shape.length).filter((a) => !all || shape[a] === 1);
    const long = dropped.find((a) => shape[a] !== 1);
    if (long === undefined)
      return reshape(
        x,
        shape.filter((_, a) => !dropped.includes(a)),
      );
    throw new ShapeError(
      `expected axes of size 1, got size ${shape[long]} for axis ${long} of ${bracket(shape)}. ` +
        `Use at(x, …) to choose an entry of it.`,
    );
  },
);

/** `x` with at least one axis: a number becomes [1]. Linear. */
export const atleast1d: (x: Tensor) => Nd = method("atleast1d", (x) => {
  const shape = shapeOf(x);
  return asArray(reshape(x, shape.length === 0 ? [1] : shape));
});

/** `x` with at least two axes: a number becomes [1,1], a vector a row [1,n]. Linear. */
export const atleast2d: (x: Tensor) => Nd = method("atleast2d", (x) => {
  const shape = shapeOf(x);
  return asArray(reshape(x, shape.length < 2 ? [1, ...atLeast(1, shape)] : shape));
});

/** `x` with at least three axes: [n] becomes [1,n,1], and [m,n] becomes [m,n,1]. Linear. */
export const atleast3d: (x: Tensor) => Nd = method("atleast3d", (x) => {
  const shape = shapeOf(x);
  if (shape.length >= 3) return asArray(reshape(x, shape));
  return asArray(reshape(x, shape.length === 2 ? [...shape, 1] : [1, ...atLeast(1, shape), 1]));
});

function atLeast(rank: number, shape: readonly number[]): readonly number[] {
  return shape.length >= rank ? shape : [1];
}

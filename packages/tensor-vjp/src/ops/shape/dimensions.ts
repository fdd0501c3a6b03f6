/** Axes of size 1 that come and go, and flattening. */
import { ShapeError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket, normalizeAxes } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { ranked } from "../../ranked.js";
import { reshape } from "../../primitives/shape/reshape.js";
import type { OrderOption } from "../../primitives/shape/reshape.js";

/** All entries in a row, in row-major order, or with the first axis moving fastest for `order: "F"`. Linear. */
export function ravel(x: Tensor, options: OrderOption = {}): Nd {
  const { order = "C" } = checked("ravel", options, ["order"]);
  return ranked(reshape(x, [sizeOf(shapeOf(x, "ravel"))], { order }));
}

/**
 * `x` with axes of size 1 put in, so that they are at `axis` in the result. Shapes: rank → rank + number of axes. Linear.
 * Throws AxisError for an axis that the result does not have, ValueError for one named twice.
 */
export function expandDims(x: Tensor, axis: number | readonly number[]): Nd {
  const from = shapeOf(x, "expandDims");
  const rank = from.length + (typeof axis === "number" ? 1 : axis.length);
  const added = normalizeAxes("expandDims", axis, rank);
  const kept = from.values();
  const shape = Array.from({ length: rank }, (_, a) => (added.includes(a) ? 1 : Number(kept.next().value)));
  return ranked(reshape(x, shape));
}

/** For `squeeze`: which axes of size 1 to drop; all of them by default. */
export interface SqueezeOptions {
  readonly axis?: AxisOption | undefined;
}

/**
 * `x` without axes of size 1: those of `axis`, or all. Linear.
 * Throws ShapeError where a named axis has another size, AxisError for an axis out of range.
 */
export function squeeze(x: Tensor, options: SqueezeOptions = {}): Tensor {
  const { axis } = checked("squeeze", options, ["axis"]);
  const shape = shapeOf(x, "squeeze");
  const all = axis === undefined || axis === null;
  const dropped = normalizeAxes("squeeze", axis, shape.length).filter((a) => !all || shape[a] === 1);
  const long = dropped.find((a) => shape[a] !== 1);
  if (long === undefined)
    return reshape(
      x,
      shape.filter((_, a) => !dropped.includes(a)),
    );
  throw new ShapeError(
    `squeeze: expected axes of size 1, got size ${shape[long]} for axis ${long} of ${bracket(shape)}. ` +
      `Use at(x, …) to choose an entry of it.`,
  );
}

/** `x` with at least one axis: a number becomes [1]. Linear. */
export function atleast1d(x: Tensor): Nd {
  const shape = shapeOf(x, "atleast1d");
  return ranked(reshape(x, shape.length === 0 ? [1] : shape));
}

/** `x` with at least two axes: a number becomes [1,1], a vector a row [1,n]. Linear. */
export function atleast2d(x: Tensor): Nd {
  const shape = shapeOf(x, "atleast2d");
  return ranked(reshape(x, shape.length < 2 ? [1, ...atLeast(1, shape)] : shape));
}

/** `x` with at least three axes: [n] becomes [1,n,1], and [m,n] becomes [m,n,1]. Linear. */
export function atleast3d(x: Tensor): Nd {
  const shape = shapeOf(x, "atleast3d");
  if (shape.length >= 3) return ranked(reshape(x, shape));
  return ranked(reshape(x, shape.length === 2 ? [...shape, 1] : [1, ...atLeast(1, shape), 1]));
}

function atLeast(rank: number, shape: readonly number[]): readonly number[] {
  return shape.length >= rank ? shape : [1];
}

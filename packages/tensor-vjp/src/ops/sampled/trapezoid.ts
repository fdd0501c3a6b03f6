/** Areas under sampled functions. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { diff, without } from "./diff.js";
import { reshape } from "../shape/reshape.js";
import { sum } from "../reduce/sum.js";

/** The coordinates `x` of the samples, along the axis or in the shape of `y`; or their distance `dx`, 1 by default. */
export interface TrapezoidOptions {
  readonly x?: Tensor | undefined;
  readonly dx?: Tensor | undefined;
  readonly axis?: number | undefined;
}

/**
 * The integral of samples `y` along `axis`, the last by default, by the trapezoidal rule. Shapes: rank → rank − 1.
 * Linear in `y`; differentiable in the coordinates too. Throws ShapeError for a wrong number of coordinates, AxisError.
 */
export const trapezoid: (y: Tensor, options?: TrapezoidOptions) => Tensor = method(
  "trapezoid",
  { x: undefined, dx: 1, axis: -1 },
  (y, { x, dx, axis }) => {
    const shape = shapeOf(y);
    const a = normalizeAxis(axis, shape.length);
    const gaps = x === undefined ? dx : gapsOf(x, shape, a);
    const sums = add(without(y, a, 1, 0), without(y, a, 0, 1));
    return mul(0.5, sum(mul(gaps, sums), { axis: a }));
  },
);

function gapsOf(x: Tensor, shape: readonly number[], axis: number): Tensor {
  const from = shapeOf(x);
  const along = from.length === 1;
  if ((along ? from[0] : from[axis]) === shape[axis])
    return along ? reshape(diff(x), [-1, ...shape.slice(axis + 1).map(() => 1)]) : diff(x, { axis });
  throw new ShapeError(
    `expected ${shape[axis]} coordinates, got ${bracket(from)} for axis ${axis} of ${bracket(shape)}. ` +
      `Give a coordinate for each sample.`,
  );
}

/** The same entries in another shape. */
import { ShapeError, ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { permute } from "../../primitives/shape/permute.js";
import { reshapeTo, withShape } from "../../primitives/shape/reshape.js";
import { bracket } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";

/** `"C"`: the last axis changes fastest; `"F"`: the first. */
export interface OrderOption {
  readonly order?: "C" | "F" | undefined;
}

/**
 * `x` in another shape; one size may be −1, to be inferred. Entries are read and written in `order`, row-major by default.
 * Linear. Throws ShapeError where the number of entries differs, ValueError for more than one −1.
 */
export const reshape: (x: Tensor, shape: Shape | number, options?: OrderOption) => Tensor = method(
  "reshape",
  { order: "C" },
  (x, shape, { order }) => {
    const to = inferShape(shapeOf(x), typeof shape === "number" ? [shape] : shape);
    return order === "F" ? reverseAxes(reshapeTo(reverseAxes(x), to.toReversed())) : withShape(x, to);
  },
);

function reverseAxes(x: Tensor): Tensor {
  const rank = shapeOf(x).length;
  return permute(x, Array.from({ length: rank }, (_, a) => rank - 1 - a)); // prettier-ignore
}

function inferShape(from: Shape, to: Shape): Shape {
  const size = sizeOf(from);
  const unknown = to.filter((d) => d === -1).length;
  if (unknown > 1)
    throw new ValueError(`expected at most one size of -1, got ${bracket(to)}. Name the others.`);
  const known = sizeOf(to.filter((d) => d !== -1));
  // A fresh list: the user may write to the one that was given.
  const shape = to.map((d) => (d === -1 ? size / known : d));
  if (shape.every((d) => Number.isInteger(d) && d >= 0) && sizeOf(shape) === size) return shape;
  throw new ShapeError(
    `expected a shape of ${size} entries, got ${bracket(to)} for ${bracket(from)}. The product of the sizes must not change.`,
  );
}

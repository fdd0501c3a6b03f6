/** The same entries, in row-major order, under another shape. */
import { kernels } from "@ndgrad/kernels";
import { ShapeError, ValueError } from "../errors.js";
import { op } from "../op.js";
import type { Op } from "../op.js";
import { bracket, sameShape } from "../shape.js";
import { shapeOf, sizeOf } from "../tensor.js";
import type { Shape, Tensor } from "../tensor.js";
import { reshapedView } from "../views.js";

/** Row-major reshape to a shape of the same size, known to fit. */
const reshapeTo: Op<[x: Tensor, shape: Shape]> = op(
  "reshape",
  {
    shapeOf: (_x, shape) => shape,
    fill: (out, x) => kernels().copy(typeof x === "number" ? out : reshapedView(out, x.shape), x),
  },
  { vjp: [(g, _ans, x) => reshapeTo(g, shapeOf(x)), null], jvp: ["linear", null] },
);

/**
 * `x` under another shape, entries in row-major order; one size may be −1, which is inferred.
 * Linear. Throws ShapeError where the sizes differ, ValueError for more than one −1.
 */
export function reshape(x: Tensor, shape: Shape | number): Tensor {
  const from = shapeOf(x, "reshape");
  const to = inferred(from, typeof shape === "number" ? [shape] : shape);
  return sameShape(from, to) ? x : reshapeTo(x, to);
}

function inferred(from: Shape, to: Shape): Shape {
  const size = sizeOf(from);
  const unknown = to.filter((d) => d === -1).length;
  if (unknown > 1)
    throw new ValueError(`reshape: expected at most one size of -1, got ${bracket(to)}. Name the others.`);
  const known = sizeOf(to.filter((d) => d !== -1));
  const shape = unknown === 0 ? to : to.map((d) => (d === -1 ? size / known : d));
  if (shape.every((d) => Number.isInteger(d) && d >= 0) && sizeOf(shape) === size) return shape;
  throw new ShapeError(
    `reshape: expected a shape of ${size} entries, got ${bracket(to)} for ${bracket(from)}. The product of the sizes must stay.`,
  );
}

/** The same entries under another shape. */
import { Container } from "@ndgrad/core";
import { isContiguous, kernels } from "@ndgrad/kernels";
import { ShapeError, ValueError } from "../../errors.js";
import { checked } from "../../options.js";
import { constant } from "../../scope.js";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { bracket, sameShape } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { reshapedView } from "../../views.js";
import { permute } from "./permute.js";

/** Row-major reshape to a shape of the same size, known to fit. */
export const reshapeTo: Op<[x: Tensor, shape: Shape]> = op(
  "reshape",
  {
    shapeOf: (_x, shape) => shape,
    fill: (out, x) => kernels().copy(typeof x === "number" ? out : reshapedView(out, x.shape), x),
    view(x, shape) {
      if (typeof x === "number") return constant(x, shape);
      return isContiguous(x) ? reshapedView(x, shape) : undefined;
    },
  },
  { vjp: [(g, _ans, x) => reshapeTo(g, shapeOf(x)), null], jvp: ["linear", null] },
);

/** `"C"`: the last axis moves fastest; `"F"`: the first. */
export interface OrderOption {
  readonly order?: "C" | "F" | undefined;
}

/**
 * `x` under another shape; one size may be −1, which is inferred. Entries are taken and laid in `order`, row-major by
 * default. Linear. Throws ShapeError where the sizes differ, ValueError for more than one −1.
 */
export function reshape(x: Tensor, shape: Shape | number, options: OrderOption = {}): Tensor {
  const { order = "C" } = checked("reshape", options, ["order"]);
  const from = shapeOf(x, "reshape");
  const to = inferred(from, typeof shape === "number" ? [shape] : shape);
  if (order === "F") return reversed(reshapeTo(reversed(x), to.toReversed()));
  // A traced value can't be written to: it may stand for its own identity.
  return sameShape(from, to) && x instanceof Container ? x : reshapeTo(x, to);
}

function reversed(x: Tensor): Tensor {
  const rank = shapeOf(x).length;
  return permute(
    x,
    Array.from({ length: rank }, (_, a) => rank - 1 - a),
  );
}

function inferred(from: Shape, to: Shape): Shape {
  const size = sizeOf(from);
  const unknown = to.filter((d) => d === -1).length;
  if (unknown > 1)
    throw new ValueError(`reshape: expected at most one size of -1, got ${bracket(to)}. Name the others.`);
  const known = sizeOf(to.filter((d) => d !== -1));
  // A list of its own: that of the user may be written to.
  const shape = to.map((d) => (d === -1 ? size / known : d));
  if (shape.every((d) => Number.isInteger(d) && d >= 0) && sizeOf(shape) === size) return shape;
  throw new ShapeError(
    `reshape: expected a shape of ${size} entries, got ${bracket(to)} for ${bracket(from)}. ` +
      `The product of the sizes must stay.`,
  );
}

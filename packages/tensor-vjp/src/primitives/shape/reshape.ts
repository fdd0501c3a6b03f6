/** The same entries in another shape. */
import { Container } from "@ndgrad/core";
import { isContiguous, kernels } from "@ndgrad/kernels";
import { linear } from "../../derivative.js";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { constant } from "../../scope.js";
import { sameShape } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Shape, Tensor } from "../../tensor.js";
import { reshapeView } from "../../views.js";

/** Row-major reshape to a shape of the same size, known to fit. */
export const reshapeTo: Op<[x: Tensor, shape: Shape]> = primitive("reshape", {
  shape: (_x, shape) => shape,
  kernel: (out, x) => kernels().copy(typeof x === "number" ? out : reshapeView(out, x.shape), x),
  view(x, shape) {
    if (typeof x === "number") return constant(x, shape);
    return isContiguous(x) ? reshapeView(x, shape) : undefined;
  },
  derivative: linear((g, _ans, x) => reshapeTo(g, shapeOf(x))),
  batching: (_batched, x, shape) => reshapeTo(x, [shapeOf(x)[0]!, ...shape]),
});

/** `reshapeTo`, except that a traced `x` which already has that shape is returned as it is: nobody can write to it. */
export function withShape(x: Tensor, shape: Shape): Tensor {
  return x instanceof Container && sameShape(shapeOf(x), shape) ? x : reshapeTo(x, shape);
}

/** Writing into arrays: what a step of training does to its parameters. */
import { Container, TracedValueError } from "@ndgrad/core";
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { named, ShapeError } from "../../errors.js";
import { primitive } from "../../primitive.js";
import { bracket, sameShape } from "../../shape.js";
import { asNd, isNd, notNd, shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { broadcastView } from "../../views.js";

/**
 * y += a·x in place, BLAS's name for it. Shapes: those of `x` and `y` are the same, or `x` is a number. `y` is an ordinary
 * array that nobody differentiates; `x` may be traced, as a gradient in `withGrad`. Has no derivative: what a running
 * transform has read of `y`, or a pull that is kept, its walk will read as it is by then.
 * Throws TracedValueError for a traced `y` and for an `x` that `vmap` maps (a plain one is added once), ShapeError where
 * shapes differ, ArgumentError for a `y` that is no array.
 */
export function axpy(a: number, x: Tensor, y: Nd): void {
  if ((y as unknown) instanceof Container)
    throw new TracedValueError(
      "axpy: expected a plain array to write to, got a traced one, whose entries can't be written. Use add and mul.",
    );
  if (!isNd(y)) throw named(notNd(y), "axpy");
  update(x, y, a);
}

const update: PrimitiveFn<[x: Tensor, y: Nd, a: number], void> = primitive("axpy", {
  compute(x, y, a) {
    const shape = shapeOf(x);
    if (shape.length > 0 && !sameShape(shape, y.shape))
      throw new ShapeError(
        `expected x of the shape of y, or a number, got ${bracket(shape)} and ${bracket(y.shape)}. Broadcast x first.`,
      );
    kernels().axpy(y, a, shape.length === 0 ? broadcastView(asNd(x), y.shape) : (x as Nd));
  },
  derivative: null,
  batching() {
    throw new TracedValueError(
      "axpy: expected one array to add, got a batch: under vmap there is one per example. " +
        "Return them from the mapped function, and add their sum.",
    );
  },
});

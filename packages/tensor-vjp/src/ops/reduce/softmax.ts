/** Exponentials normalized by their sum along an axis, and their logarithms. */
import { asArray } from "../../as-array.js";
import { method } from "../../method.js";
import { logSoftmaxAlong, softmaxAlong } from "../../primitives/reduce/softmax.js";
import { normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";

export interface SoftmaxOptions {
  /** The axis that sums to 1; the last by default. */
  readonly axis?: number | undefined;
}

/** exp x / Σ exp x along `axis`, shifted by the largest entry. Shapes: kept. Throws AxisError. */
export const softmax: (x: Tensor, options?: SoftmaxOptions) => Nd = method(
  "softmax",
  { axis: -1 },
  (x, { axis }) => asArray(softmaxAlong(x, normalizeAxis(axis, shapeOf(x).length))),
);

/** x − log Σ exp x along `axis`: the log of `softmax`, accurate where softmax underflows. Shapes: kept. Throws AxisError. */
export const logSoftmax: (x: Tensor, options?: SoftmaxOptions) => Nd = method(
  "logSoftmax",
  { axis: -1 },
  (x, { axis }) => asArray(logSoftmaxAlong(x, normalizeAxis(axis, shapeOf(x).length))),
);

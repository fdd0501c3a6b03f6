/** Running sums and extremes along an axis. */
import { asArray } from "../../as-array.js";
import { method } from "../../method.js";
import { logaddexp } from "../../primitives/elementwise/logaddexp.js";
import { cumsumAlong, leaders } from "../../primitives/reduce/cumulative.js";
import { withShape } from "../../primitives/shape/reshape.js";
import { normalizeAxis } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { takeAlongAxis } from "../index/take.js";
import { alongLast, scan } from "./scan.js";
import type { ScanOptions } from "./scan.js";

/** Running sum along `axis`; without it, of `x` flattened. Shapes: kept. Linear. Throws AxisError. */
export const cumsum: (x: Tensor, options?: ScanOptions) => Nd = method(
  "cumsum",
  { axis: null },
  (x, { axis }) => {
    const shape = shapeOf(x);
    if (axis === null) return asArray(cumsumAlong(withShape(x, [sizeOf(shape)]), 0, false));
    return asArray(cumsumAlong(x, normalizeAxis(axis, shape.length), false));
  },
);

/** Running log Σ exp along `axis`, without overflow; without an axis, of `x` flattened. Throws AxisError. */
export const logcumsumexp: (x: Tensor, options?: ScanOptions) => Nd = method(
  "logcumsumexp",
  { axis: null },
  (x, { axis }) => scan(x, axis, logaddexp),
);

/**
 * Running maximum along `axis`, NaN from the first NaN on; without an axis, of `x` flattened. Of ties, the first gets the
 * cotangent. Throws AxisError.
 */
export const cummax: (x: Tensor, options?: ScanOptions) => Nd = method(
  "cummax",
  { axis: null },
  (x, { axis }) => alongLast(x, axis, (y) => takeAlongAxis(y, leaders(y, 1))),
);

/** Running minimum; otherwise as `cummax`. */
export const cummin: (x: Tensor, options?: ScanOptions) => Nd = method(
  "cummin",
  { axis: null },
  (x, { axis }) => alongLast(x, axis, (y) => takeAlongAxis(y, leaders(y, -1))),
);

/** Products over axes, total and running. */
import { method } from "../../method.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { otherAxes } from "../../views.js";
import { mul } from "../../primitives/elementwise/arithmetic.js";
import { permute } from "../../primitives/shape/permute.js";
import { countOver, keptShape } from "../../primitives/reduce/axes.js";
import { reduction } from "./reduction.js";
import type { ReduceOp } from "./reduction.js";
import { reshape } from "../shape/reshape.js";
import { fold, scan } from "./scan.js";
import type { ScanOptions } from "./scan.js";

/**
 * Product of the entries over `axis`, 1 for none. Shapes: [..., n, ...] → without the reduced axes, or 1 with `keepdims`.
 * Multiplied in pairs, so that the derivative needs no division and is exact at zeros, to any order.
 */
export const prod: ReduceOp = reduction("prod", (x, axes, keepdims) => {
  const shape = shapeOf(x);
  const to = keptShape(shape, axes, keepdims);
  const count = countOver(x, axes);
  if (count === 0) return broadcastTo(1, to);
  const kept = otherAxes(shape.length, axes);
  const rows = reshape(permute(x, [...kept, ...axes]), [...kept.map((a) => shape[a]!), count]);
  return reshape(fold(rows, mul), to);
});

/** Running product along `axis`; without it, of `x` flattened. Exact at zeros, to any order. Throws AxisError. */
export const cumprod: (x: Tensor, options?: ScanOptions) => Nd = method(
  "cumprod",
  { axis: undefined },
  (x, { axis }) => scan(x, axis, mul),
);

/** Any, all, and how many. Plain results, never in a graph. */
import { method } from "../../method.js";
import { normalizeAxes } from "../../shape.js";
import { ndarray } from "../../tensor.js";
import type { Indices, Mask, Tensor } from "../../tensor.js";
import { notEqual } from "../../primitives/elementwise/comparison.js";
import { asMask, logicalNot, maskShape } from "../../primitives/elementwise/mask.js";
import type { ReduceOptions } from "./reduction.js";
import { sumOver } from "../../primitives/reduce/sum.js";
import { choose } from "../../primitives/elementwise/where.js";

type Condition = Mask | Tensor;

/** How many entries over `axes` are true. */
function count(x: Condition, axis: ReduceOptions["axis"], keepdims: boolean): Tensor {
  const mask = asMask(x);
  return sumOver(choose(mask, 1, 0), normalizeAxes(axis, maskShape(mask).length), keepdims);
}

/** How many entries over `axis` are true, or not 0. Throws AxisError. */
export const countNonzero: (x: Condition, options?: ReduceOptions) => Indices = method(
  "countNonzero",
  { axis: undefined, keepdims: false },
  (x, { axis, keepdims }) => {
    const n = count(x, axis, keepdims);
    return typeof n === "number" ? n : ndarray(Int32Array.from(n.data), n.shape.slice());
  },
);

/** Whether any entry over `axis` is true, or not 0; false for none. Throws AxisError. */
export const any: (x: Condition, options?: ReduceOptions) => Mask = method(
  "any",
  { axis: undefined, keepdims: false },
  (x, { axis, keepdims }) => notEqual(count(x, axis, keepdims), 0),
);

/** Whether all entries over `axis` are true, or not 0; true for none. Throws AxisError. */
export const all: (x: Condition, options?: ReduceOptions) => Mask = method(
  "all",
  { axis: undefined, keepdims: false },
  (x, { axis, keepdims }) => logicalNot(any(logicalNot(x), { axis, keepdims })),
);

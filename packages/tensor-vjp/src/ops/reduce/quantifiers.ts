/** Any, all, and how many. Plain results, in no graph. */
import { checked } from "../../options.js";
import ndarray from "ndarray";
import { nonDifferentiable } from "../../op.js";
import { normalizeAxes } from "../../shape.js";
import type { Indices, Mask, Tensor } from "../../tensor.js";
import { notEqual } from "../../primitives/elementwise/comparison.js";
import { asMask, logicalNot, maskShape } from "../../primitives/elementwise/mask.js";
import type { Axes, ReduceOptions } from "../../primitives/reduce/reduction.js";
import { sumOver } from "../../primitives/reduce/sum.js";
import { where } from "../../primitives/elementwise/where.js";

type Condition = Mask | Tensor;

/** How many entries over `axes` are true. */
const count = nonDifferentiable("countNonzero", (x: Condition, axes: Axes, keepdims: boolean): Tensor =>
  sumOver(where(asMask("countNonzero", x), 1, 0), axes, keepdims),
);

function axesOf(op: string, x: Condition, axis: ReduceOptions["axis"]): Axes {
  return normalizeAxes(op, axis, maskShape(asMask(op, x)).length);
}

/** How many entries over `axis` are true, or not 0. Throws AxisError. */
export function countNonzero(x: Condition, options: ReduceOptions = {}): Indices {
  const { axis, keepdims = false } = checked("countNonzero", options, ["axis", "keepdims"]);
  const n = count(x, axesOf("countNonzero", x, axis), keepdims);
  return typeof n === "number" ? n : ndarray(Int32Array.from(n.data), n.shape.slice());
}

/** Is any entry over `axis` true, or not 0? Empty: no. Throws AxisError. */
export function any(x: Condition, options: ReduceOptions = {}): Mask {
  const { axis, keepdims = false } = checked("any", options, ["axis", "keepdims"]);
  return notEqual(count(x, axesOf("any", x, axis), keepdims), 0);
}

/** Are all entries over `axis` true, or not 0? Empty: yes. Throws AxisError. */
export function all(x: Condition, options: ReduceOptions = {}): Mask {
  const { axis, keepdims = false } = checked("all", options, ["axis", "keepdims"]);
  return logicalNot(any(logicalNot(x), { axis, keepdims }));
}

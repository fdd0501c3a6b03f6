/** Makes ops that reduce over the axes given as an option. */
import { method } from "../../method.js";
import type { Axes } from "../../primitives/reduce/axes.js";
import { normalizeAxes } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";

/** `axis`: one, several, or null for all; `keepdims` keeps the reduced axes with size 1. */
export interface ReduceOptions {
  readonly axis?: AxisOption | undefined;
  readonly keepdims?: boolean | undefined;
}

/** Over all axes, without keepdims, the result has rank 0: a number. */
export interface ReduceOp {
  (x: Tensor, options?: { readonly axis?: null | undefined; readonly keepdims?: false | undefined }): number;
  (x: Tensor, options?: ReduceOptions): Tensor;
}

/** The op `name` from `over`, which reduces over normalized axes. */
export function reduction(
  name: string,
  over: (x: Tensor, axes: Axes, keepdims: boolean) => Tensor,
): ReduceOp {
  const reduce: ReduceOp = method(name, { axis: undefined, keepdims: false }, (x, { axis, keepdims }) =>
    over(x, normalizeAxes(axis, shapeOf(x).length), keepdims),
  );
  return reduce;
}

/** What all reductions share: options, axes, and the views that kernels want. */
import { checked } from "../../options.js";
import { normalizeAxes } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { otherAxes, permuted, reshapedView } from "../../views.js";

/** Axes counted from the front, ascending, each once. */
export type Axes = readonly number[];

/** `axis`: one, several, or null for all; `keepdims` keeps the reduced axes with size 1. */
export interface ReduceOptions {
  readonly axis?: AxisOption | undefined;
  readonly keepdims?: boolean | undefined;
}

export interface ReduceOp {
  (x: Tensor, options?: { readonly axis?: null | undefined; readonly keepdims?: false | undefined }): number;
  (x: Tensor, options?: ReduceOptions): Tensor;
}

/** The public form of a reduction that `over` does for normalised axes. */
export function reduction(
  name: string,
  over: (x: Tensor, axes: Axes, keepdims: boolean) => Tensor,
): ReduceOp {
  const reduce = (x: Tensor, options: ReduceOptions = {}): Tensor => {
    const { axis, keepdims = false } = checked(name, options, ["axis", "keepdims"]);
    return over(x, normalizeAxes(name, axis, shapeOf(x, name).length), keepdims);
  };
  // Over all axes, without keepdims, the result has rank 0: a number.
  return reduce as ReduceOp;
}

/** The shape after reducing `axes`. */
export function keptShape(shape: Shape, axes: Axes, keepdims: boolean): Shape {
  return keepdims
    ? shape.map((n, a) => (axes.includes(a) ? 1 : n))
    : shape.filter((_, a) => !axes.includes(a));
}

/** Reduce the `axes` of `x` by `kernel`, which wants `out` without size-1 axes, and the reduced axes of `x` last. */
export function reduceBy(kernel: (out: Nd, x: Nd) => void, out: Nd, x: Nd, axes: Axes): void {
  const rank = x.shape.length;
  const kept = rank - axes.length;
  const target = out.shape.length === kept ? out : reshapedView(out, keptShape(x.shape, axes, false));
  const areLast = axes.every((a, i) => a === kept + i);
  kernel(target, areLast ? x : permuted(x, [...otherAxes(rank, axes), ...axes]));
}

/** How many entries are reduced to one. */
export function countOver(x: Tensor, axes: Axes): number {
  const shape = shapeOf(x);
  let n = 1;
  for (const a of axes) n *= shape[a]!;
  return n;
}

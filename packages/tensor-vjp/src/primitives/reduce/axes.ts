/** What primitives along axes share: the axes, the remaining shape, and the views that kernels expect. */
import { shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { otherAxes, permuteView, reshapeView } from "../../views.js";

/** Axes counted from the front, ascending, each once. */
export type Axes = readonly number[];

/** The shape after reducing `axes`. */
export function keptShape(shape: Shape, axes: Axes, keepdims: boolean): Shape {
  return keepdims
    ? shape.map((n, a) => (axes.includes(a) ? 1 : n))
    : shape.filter((_, a) => !axes.includes(a));
}

/** Reduce the `axes` of `x` by `kernel`, which expects `out` without kept axes of size 1 and the reduced axes of `x` last. */
export function reduceBy(kernel: (out: Nd, x: Nd) => void, out: Nd, x: Nd, axes: Axes): void {
  const rank = x.shape.length;
  const kept = rank - axes.length;
  const target = out.shape.length === kept ? out : reshapeView(out, keptShape(x.shape, axes, false));
  const areLast = axes.every((a, i) => a === kept + i);
  kernel(target, areLast ? x : permuteView(x, [...otherAxes(rank, axes), ...axes]));
}

/** Views of `out` and `x`, of equal shape, for a kernel that works along the last axis. */
export function axisLast(out: Nd, x: Nd, axis: number): [out: Nd, x: Nd] {
  if (axis === out.shape.length - 1) return [out, x];
  const order = [...otherAxes(out.shape.length, [axis]), axis];
  return [permuteView(out, order), permuteView(x, order)];
}

/** How many entries are reduced to one. */
export function countOver(x: Tensor, axes: Axes): number {
  const shape = shapeOf(x);
  let n = 1;
  for (const a of axes) n *= shape[a]!;
  return n;
}

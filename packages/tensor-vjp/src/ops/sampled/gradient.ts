/** Slopes of sampled functions. */
import { ShapeError, ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { bracket, normalizeAxes } from "../../shape.js";
import type { AxisOption } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { add, div, mul, neg, sub } from "../../primitives/elementwise/arithmetic.js";
import { diff, without } from "./diff.js";
import { concatenate } from "../shape/join.js";
import { reshape } from "../shape/reshape.js";

/** The distance between neighbours, or the coordinates of the samples along an axis. */
export type Spacing = number | Nd;

export interface GradientOptions {
  /** One for all axes, or a list with one for each; 1 by default. */
  readonly spacing?: Spacing | readonly Spacing[] | undefined;
  readonly axis?: AxisOption | undefined;
  /** Order of accuracy at the two ends of an axis. */
  readonly edgeOrder?: 1 | 2 | undefined;
}

export interface GradientOp {
  (f: Tensor, options: GradientOptions & { readonly axis: number }): Nd;
  (f: Tensor, options?: GradientOptions): Nd | Nd[];
}

/**
 * The slope of samples `f` along each axis in `axis`: inside by central differences, which are exact for parabolas even
 * with uneven spacing; at the ends by one-sided differences of order `edgeOrder`. One axis, or a vector, gives an array of
 * the shape of `f`; several give a list of them. Linear in `f`; differentiable in the coordinates too.
 * Throws ValueError for fewer than edgeOrder + 1 samples, ShapeError for a wrong number of coordinates, AxisError.
 * Source: Quarteroni, Sacco & Saleri, Numerical Mathematics, section 10.10.
 */
export const gradient: GradientOp = method(
  "gradient",
  { spacing: 1, axis: undefined, edgeOrder: 1 },
  (f, { spacing, axis, edgeOrder }) => {
    const shape = shapeOf(f);
    const axes = normalizeAxes(axis, shape.length);
    const spacings = isList(spacing) ? spacing : axes.map(() => spacing);
    if (spacings.length !== axes.length)
      throw new ValueError(
        `expected one spacing or ${axes.length}, got ${spacings.length}. Give one for each axis.`,
      );
    const slopes = axes.map((a, i) => {
      const n = shape[a]!;
      if (n <= edgeOrder)
        throw new ValueError(
          `expected ${edgeOrder + 1} samples or more, got ${n} along axis ${a} of ${bracket(shape)}. Sample more points.`,
        );
      return slopeAlong(f, a, gapsOf(spacings[i]!, shape, a), edgeOrder);
    });
    return typeof axis === "number" || shape.length === 1 ? slopes[0]! : slopes;
  },
);

function isList(spacing: Spacing | readonly Spacing[]): spacing is readonly Spacing[] {
  return Array.isArray(spacing);
}

/** The gaps between neighbours `first` … n − 2 − `last`, in a shape that broadcasts with samples; a number if all are equal. */
type Gaps = (first: number, last: number) => Tensor;

function gapsOf(spacing: Spacing, shape: readonly number[], axis: number): Gaps {
  const from = shapeOf(spacing);
  if (from.length === 0) return () => spacing;
  if (from.length !== 1 || from[0] !== shape[axis])
    throw new ShapeError(
      `expected a distance or ${shape[axis]} coordinates, got ${bracket(from)} for axis ${axis} of ${bracket(shape)}. ` +
        `Give a coordinate for each sample.`,
    );
  const gaps = diff(spacing);
  const column = shape.slice(axis + 1).map(() => 1);
  return (first, last) => reshape(without(gaps, 0, first, last), [-1, ...column]);
}

function slopeAlong(f: Tensor, a: number, gaps: Gaps, edgeOrder: 1 | 2): Nd {
  const n = shapeOf(f)[a]!;
  const sample = (i: number): Tensor => without(f, a, i, n - 1 - i);
  const gap = (i: number): Tensor => gaps(i, n - 2 - i);
  const inner = weightedSum(
    middle(gaps(0, 1), gaps(1, 0)),
    without(f, a, 0, 2),
    without(f, a, 1, 1),
    without(f, a, 2, 0),
  );
  if (edgeOrder === 1) {
    const first = div(sub(sample(1), sample(0)), gap(0));
    const last = div(sub(sample(n - 1), sample(n - 2)), gap(n - 2));
    return concatenate([first, inner, last], { axis: a });
  }
  const first = weightedSum(left(gap(0), gap(1)), sample(0), sample(1), sample(2));
  const last = weightedSum(
    left(neg(gap(n - 2)), neg(gap(n - 3))),
    sample(n - 1),
    sample(n - 2),
    sample(n - 3),
  );
  return concatenate([first, inner, last], { axis: a });
}

type Weights = readonly [x: Tensor, y: Tensor, z: Tensor];

/** Weights of three samples in the slope of their parabola at the middle one; `d` and `e` are the gaps. */
function middle(d: Tensor, e: Tensor): Weights {
  const whole = add(d, e);
  return [neg(div(e, mul(d, whole))), div(sub(e, d), mul(d, e)), div(d, mul(e, whole))];
}

/** The weights for the slope at the first one; with the gaps negated and in reverse, at the last. */
function left(d: Tensor, e: Tensor): Weights {
  const whole = add(d, e);
  return [neg(div(add(d, whole), mul(d, whole))), div(whole, mul(d, e)), neg(div(d, mul(e, whole)))];
}

function weightedSum([p, q, r]: Weights, x: Tensor, y: Tensor, z: Tensor): Tensor {
  const outer = add(mul(p, x), mul(r, z));
  // Even spacing gives the middle sample the weight 0: omit it, since 0 times an infinite sample is NaN.
  return q === 0 ? outer : add(outer, mul(q, y));
}

/** Medians and other quantiles. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, mul } from "../../primitives/elementwise/arithmetic.js";
import { at } from "../index/at.js";
import { ellipsis } from "../index/expression.js";
import { expandDims } from "../shape/dimensions.js";
import { stack } from "../shape/join.js";
import { isnan } from "../../primitives/elementwise/mask.js";
import { any } from "./quantifiers.js";
import { reduction } from "./reduction.js";
import type { ReduceOp, ReduceOptions } from "./reduction.js";
import { reshape } from "../shape/reshape.js";
import { sort } from "./sort.js";
import { moveaxis } from "../shape/transpose.js";
import { where } from "../elementwise/where.js";

export interface QuantileOp {
  (
    x: Tensor,
    q: number,
    options?: { readonly axis?: null | undefined; readonly keepdims?: false | undefined },
  ): number;
  (x: Tensor, q: number | readonly number[], options?: ReduceOptions): Tensor;
}

/**
 * The value below which the fraction q of the entries over `axis` lies, interpolated between neighbours; a list of q adds a
 * first axis. Shapes as for `mean`. NaN where any entry is NaN. The cotangent goes to the one or two entries that are used.
 * Throws ValueError for q outside [0, 1] or no entries. Source: Hyndman & Fan 1996, type 7.
 */
export const quantile: QuantileOp = quantiles("quantile", 1);

/** `quantile` of q/100. Shapes and errors as for `quantile`. */
export const percentile: QuantileOp = quantiles("percentile", 100);

/** The middle entry over `axis`, or the mean of the two in the middle. Otherwise as `quantile`. */
export const median: ReduceOp = reduction(
  "median",
  (x, axis, keepdims) => among(x, [0.5], { axis, keepdims })[0]!,
);

/** Quantiles for fractions that are given in units of 1/whole. */
function quantiles(name: string, whole: number): QuantileOp {
  const all: QuantileOp = method(name, { axis: undefined, keepdims: false }, (x, q, options) => {
    const given = typeof q === "number" ? [q] : q;
    if (given.length === 0 || !given.every((p) => p >= 0 && p <= whole))
      throw new ValueError(
        `expected fractions from 0 to ${whole}, got ${bracket(given)}. ` +
          `quantile takes 0 to 1, percentile 0 to 100.`,
      );
    const parts = given.map((p) => p / whole);
    const answers = among(x, parts, options);
    return typeof q === "number" ? answers[0]! : stack(answers);
  });
  return all;
}

/** The quantile for each fraction. */
function among(x: Tensor, parts: readonly number[], { axis, keepdims = false }: ReduceOptions): Tensor[] {
  const shape = shapeOf(x);
  const axes = normalizeAxes(axis, shape.length);
  const kept = shape.filter((_, a) => !axes.includes(a));
  const front = moveaxis(x, axes, axes.map((_, i) => i - axes.length)); // prettier-ignore
  const count = axes.reduce((n, a) => n * shape[a]!, 1);
  if (count === 0) throw new ValueError(`expected at least one entry, got none. Drop empty axes first.`);
  const rows = reshape(front, [...kept, count]);
  const sorted = sort(rows);
  const hasNaN = any(isnan(rows), { axis: -1 });
  return parts.map((p) => {
    const place = p * (count - 1);
    const low = Math.floor(place);
    const weight = place - low;
    const below = at(sorted, [ellipsis, low]);
    const value =
      weight === 0 ? below : add(mul(1 - weight, below), mul(weight, at(sorted, [ellipsis, low + 1])));
    const marked = where(hasNaN, NaN, value);
    return keepdims ? expandDims(marked, axes) : marked;
  });
}

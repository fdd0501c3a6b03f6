/** Medians and other quantiles. */
import { checked } from "../options.js";
import { ValueError } from "../errors.js";
import { normalizeAxes } from "../shape.js";
import { shapeOf } from "../tensor.js";
import type { Tensor } from "../tensor.js";
import { add, mul } from "./arithmetic.js";
import { at } from "./indexing/at.js";
import { ellipsis } from "./indexing/expression.js";
import { expandDims } from "./dimensions.js";
import { stack } from "./join.js";
import { isnan } from "./mask.js";
import { any } from "./quantifiers.js";
import type { ReduceOptions } from "./reduction.js";
import { reshape } from "./reshape.js";
import { sort } from "./sort.js";
import { moveaxis } from "./transpose.js";
import { where } from "./where.js";

/**
 * The entry below which the part q of the entries over `axis` lies, linear between neighbours; a list of q gives a first axis of
 * answers. Shapes as for `mean`. NaN where an entry is. Derivative: to the one or two entries that it is made of.
 * Throws ValueError for q outside [0, 1] or no entries. Source: Hyndman & Fan 1996, type 7.
 */
export function quantile(x: Tensor, q: number | readonly number[], options: ReduceOptions = {}): Tensor {
  return quantiles("quantile", x, q, options);
}

/** `quantile` of q/100. Shapes and errors as there. */
export function percentile(x: Tensor, q: number | readonly number[], options: ReduceOptions = {}): Tensor {
  const part = typeof q === "number" ? q / 100 : q.map((p) => p / 100);
  return quantiles("percentile", x, part, options);
}

/** The middle entry over `axis`, or the mean of the two in the middle. The rest as for `quantile`. */
export function median(x: Tensor, options: ReduceOptions = {}): Tensor {
  return quantiles("median", x, 0.5, options);
}

function quantiles(op: string, x: Tensor, q: number | readonly number[], options: ReduceOptions): Tensor {
  const { axis, keepdims = false } = checked(op, options, ["axis", "keepdims"]);
  const shape = shapeOf(x, op);
  const axes = normalizeAxes(op, axis, shape.length);
  const parts = typeof q === "number" ? [q] : q;
  if (!parts.every((p) => p >= 0 && p <= 1))
    throw new ValueError(
      `${op}: expected parts from 0 to 1, got ${parts.join(", ")}. percentile takes 0 to 100.`,
    );
  const kept = shape.filter((_, a) => !axes.includes(a));
  const front = moveaxis(x, axes, axes.map((_, i) => i - axes.length)); // prettier-ignore
  const count = axes.reduce((n, a) => n * shape[a]!, 1);
  if (count === 0) throw new ValueError(`${op}: expected some entries, got none. Drop empty axes before.`);
  const rows = reshape(front, [...kept, count]);
  const sorted = sort(rows);
  const hasNaN = any(isnan(rows), { axis: -1 });
  const answer = (p: number): Tensor => {
    const place = p * (count - 1);
    const low = Math.floor(place);
    const weight = place - low;
    const below = at(sorted, [ellipsis, low]);
    const value =
      weight === 0 ? below : add(mul(1 - weight, below), mul(weight, at(sorted, [ellipsis, low + 1])));
    const marked = where(hasNaN, NaN, value);
    return keepdims ? expandDims(marked, axes) : marked;
  };
  return typeof q === "number" ? answer(q) : stack(parts.map(answer));
}

/** The traced answer to `A[i] = v`: a new array that differs at some places. */
import { ShapeError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Shaped, Tensor } from "../../tensor.js";
import { mul } from "../../primitives/elementwise/arithmetic.js";
import { shaped } from "../../primitives/elementwise/define.js";
import { read } from "../../primitives/index/place.js";
import type { Target } from "../../primitives/index/place.js";
import { combined } from "./duplicates.js";
import type { Index } from "./expression.js";
import { lowered, raised } from "./at-extremes.js";
import { locate } from "../../primitives/index/locate.js";
import { added, written } from "../../primitives/index/write.js";

/**
 * A copy of `x` with `value` at `index`, which is written as for `at`; `value` broadcasts to the entries meant. Where an
 * index names an entry twice, the last write stays, and only it gets that entry's cotangent; entries of `x` that were
 * written over get 0. Linear in `x` and `value` together.
 * Throws ShapeError where `value` does not broadcast, IndexError as `at` does. The others below likewise.
 */
export function atSet<X extends Tensor>(x: X, index: Index, value: Tensor): Shaped<X> {
  return shaped(x, written(x, target("atSet", x, index, value), value));
}

/** A copy of `x` with `value` added at `index`; an entry that is named twice gets both. Linear in `x` and `value` together. */
export function atAdd<X extends Tensor>(x: X, index: Index, value: Tensor): Shaped<X> {
  return shaped(x, added(x, target("atAdd", x, index, value), value));
}

/** A copy of `x` multiplied by `value` at `index`; an entry that is named twice by both. Derivatives exact at 0. */
export function atMul<X extends Tensor>(x: X, index: Index, value: Tensor): Shaped<X> {
  const [place, v] = combined(target("atMul", x, index, value), value, mul);
  return shaped(x, written(x, place, mul(read(x, place), v)));
}

/**
 * A copy of `x` with the smaller of entry and value at `index`, NaN if one is. The cotangent goes to whichever is the
 * answer; at a tie, of the entry or of values for the same entry, it is split equally.
 */
export function atMin<X extends Tensor>(x: X, index: Index, value: Tensor): Shaped<X> {
  return shaped(x, lowered(x, target("atMin", x, index, value), value));
}

/** A copy of `x` with the larger of entry and value at `index`, NaN if one is. Derivative as for `atMin`. */
export function atMax<X extends Tensor>(x: X, index: Index, value: Tensor): Shaped<X> {
  return shaped(x, raised(x, target("atMax", x, index, value), value));
}

/** The place, checked to take `value`. */
function target(op: string, x: Tensor, index: Index, value: Tensor): Target {
  const place = locate(op, shapeOf(x, op), index);
  const from = shapeOf(value, op);
  const lead = place.shape.length - from.length;
  if (lead >= 0 && from.every((n, a) => n === 1 || n === place.shape[lead + a])) return place;
  throw new ShapeError(
    `${op}: expected a value that broadcasts to ${bracket(place.shape)}, the shape at the index, got ${bracket(from)}. ` +
      `Counted from the end, sizes must be equal, or 1 in the value.`,
  );
}

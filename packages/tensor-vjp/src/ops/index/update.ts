/** Updates instead of assignments: each returns a new array that differs at an index. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { mul } from "../../primitives/elementwise/arithmetic.js";
import { sameKind } from "../../as-array.js";
import { read } from "../../primitives/index/selection.js";
import type { Target } from "../../primitives/index/selection.js";
import { combineDuplicates } from "../../primitives/index/duplicates.js";
import type { Index } from "./expression.js";
import { minAt, maxAt } from "../../primitives/index/at-extremes.js";
import { locate } from "./locate.js";
import { addAt, writeAt } from "../../primitives/index/write.js";

/**
 * A copy of `x` with `value` written at `index`, given as for `at`; `value` broadcasts to the entries at the index. Where
 * an index names an entry twice, the last write wins, and only it gets that entry's cotangent; entries of `x` that were
 * overwritten get 0. Linear in `x` and `value` together.
 * Throws ShapeError where `value` does not broadcast, IndexError as `at` does. So do the other updates.
 */
export const atSet: SameKindOp<[index: Index, value: Tensor]> = method("atSet", (x, index, value) =>
  sameKind(x, writeAt(x, target(x, index, value), value)),
);

/** A copy of `x` with `value` added at `index`; an entry named twice gets both. Linear in `x` and `value` together. */
export const atAdd: SameKindOp<[index: Index, value: Tensor]> = method("atAdd", (x, index, value) =>
  sameKind(x, addAt(x, target(x, index, value), value)),
);

/** A copy of `x` multiplied by `value` at `index`, an entry named twice by both. Derivatives are exact at 0. */
export const atMul: SameKindOp<[index: Index, value: Tensor]> = method("atMul", (x, index, value) => {
  const [selection, v] = combineDuplicates(target(x, index, value), value, mul);
  return sameKind(x, writeAt(x, selection, mul(read(x, selection), v)));
});

/**
 * A copy of `x` with the smaller of entry and value at `index`, NaN if either is NaN. The cotangent goes to whichever is
 * the answer; between ties (the entry and all values for it) it is split equally.
 */
export const atMin: SameKindOp<[index: Index, value: Tensor]> = method("atMin", (x, index, value) =>
  sameKind(x, minAt(x, target(x, index, value), value)),
);

/** A copy of `x` with the larger of entry and value at `index`, NaN if either is NaN. Derivative as for `atMin`. */
export const atMax: SameKindOp<[index: Index, value: Tensor]> = method("atMax", (x, index, value) =>
  sameKind(x, maxAt(x, target(x, index, value), value)),
);

/** The entries at `index`, checked to take `value`. */
function target(x: Tensor, index: Index, value: Tensor): Target {
  const selection = locate(shapeOf(x), index);
  const from = shapeOf(value);
  const lead = selection.shape.length - from.length;
  if (lead >= 0 && from.every((n, a) => n === 1 || n === selection.shape[lead + a])) return selection;
  throw new ShapeError(
    `expected a value that broadcasts to ${bracket(selection.shape)}, the shape at the index, got ${bracket(from)}. ` +
      `Counted from the end, sizes must be equal, or 1 in the value.`,
  );
}

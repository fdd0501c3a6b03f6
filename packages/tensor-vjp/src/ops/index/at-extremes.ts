/** Raising and lowering entries at a place. */
import type { PrimitiveFn } from "@ndgrad/core";
import { nonDifferentiable, primitive } from "../../op.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, div, mul } from "../../primitives/elementwise/arithmetic.js";
import { unbroadcast } from "../../primitives/shape/broadcast.js";
import { equal } from "../../primitives/elementwise/comparison.js";
import { maximum, minimum } from "../../primitives/elementwise/larger-smaller.js";
import { isnan, logicalAnd, logicalOr } from "../../primitives/elementwise/mask.js";
import { read, scatter } from "../../primitives/index/selection.js";
import type { Target } from "../../primitives/index/selection.js";
import { where } from "../elementwise/where.js";
import { combined } from "./duplicates.js";
import { spreadOver, written } from "../../primitives/index/write.js";

type UpdateFn = PrimitiveFn<[x: Tensor, selection: Target, value: Tensor], Tensor>;

/** What goes to the entries of `x` and to those of the value: all that are equal to the answer share evenly. */
const shares = nonDifferentiable(
  "atShares",
  (ans: Tensor, x: Tensor, selection: Target, value: Tensor): [Tensor, Tensor] => {
    const inX = matches(x, ans);
    const inValue = matches(spreadOver(value, selection), read(ans, selection));
    const count = add(inX, scatter(shapeOf(ans), [selection], inValue));
    return [div(inX, count), div(inValue, read(count, selection))];
  },
);

/** 1 where `x` is `best`; NaN is NaN. */
function matches(x: Tensor, best: Tensor): Tensor {
  return where(logicalOr(equal(x, best), logicalAnd(isnan(x), isnan(best))), 1, 0);
}

function extreme(name: string, pick: (x: Tensor, y: Tensor) => Tensor): UpdateFn {
  const update: UpdateFn = primitive(
    name,
    (x: Tensor, selection: Target, value: Tensor): Tensor => {
      const [target, v] = combined(selection, value, pick);
      return written(x, target, pick(read(x, target), v));
    },
    {
      vjp: (g, ans, x, selection, value) => {
        const [ofX, ofValue] = shares(ans, x, selection, value);
        return [mul(g, ofX), null, unbroadcast(mul(read(g, selection), ofValue), value)];
      },
      jvp: ([tx, , tv], ans, x, selection, value) => {
        const [ofX, ofValue] = shares(ans, x, selection, value);
        const fromX = tx === null ? null : mul(tx, ofX);
        if (tv === null) return fromX ?? mul(ans, 0);
        const fromValue = scatter(shapeOf(ans), [selection], mul(spreadOver(tv, selection), ofValue));
        return fromX === null ? fromValue : add(fromX, fromValue);
      },
    },
  );
  return update;
}

/** `x` with the larger of entry and value at a place. */
export const raised = extreme("atMax", maximum);

/** `x` with the smaller of entry and value at a place. */
export const lowered = extreme("atMin", minimum);

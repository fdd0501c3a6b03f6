/** Raising and lowering entries at a selection. */
import type { PrimitiveFn } from "@ndgrad/core";
import { primitive } from "../../primitive.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { add, div, mul } from "../elementwise/arithmetic.js";
import { equal } from "../elementwise/comparison.js";
import { maximum, minimum } from "../elementwise/larger-smaller.js";
import { isnan, logicalAnd, logicalOr } from "../elementwise/mask.js";
import { choose } from "../elementwise/where.js";
import { inEveryExample, unbroadcast } from "../shape/broadcast.js";
import { combineDuplicates } from "./duplicates.js";
import { read, scatter } from "./selection.js";
import type { Target } from "./selection.js";
import { broadcastToSelection, batchUpdate, writeAt } from "./write.js";
import type { Update } from "./write.js";

type Shares = PrimitiveFn<
  [ans: Tensor, x: Tensor, selection: Target, value: Tensor],
  readonly [ofX: Tensor, ofValue: Tensor]
>;

/** The shares of the cotangent for the entries of `x` and of the value: all that equal the answer share evenly. */
const shares: Shares = primitive("atShares", {
  compute(ans, x, selection, value) {
    const inX = matches(x, ans);
    const inValue = matches(broadcastToSelection(value, selection), read(ans, selection));
    const count = add(inX, scatter(shapeOf(ans), [selection], inValue));
    return [div(inX, count), div(inValue, read(count, selection))] as const;
  },
  derivative: null,
  batching([inAns, inX, inSelection, inValue], ans, x, selection, value) {
    if (!inX && !inValue) {
      const size = shapeOf(ans)[0]!;
      return shares(ans, inEveryExample(x, size), selection.inEach(size), value);
    }
    const each = batchUpdate([inX!, inSelection!, inValue!], x, selection, value);
    return shares(inAns ? ans : inEveryExample(ans, shapeOf(each[0])[0]!), ...each);
  },
});

/** 1 where `x` equals `best`, 0 elsewhere; here NaN equals NaN. */
function matches(x: Tensor, best: Tensor): Tensor {
  return choose(logicalOr(equal(x, best), logicalAnd(isnan(x), isnan(best))), 1, 0);
}

function extreme(name: string, pick: (x: Tensor, y: Tensor) => Tensor): Update {
  const update: Update = primitive(name, {
    compute(x, selection, value) {
      const [target, v] = combineDuplicates(selection, value, pick);
      return writeAt(x, target, pick(read(x, target), v));
    },
    derivative: {
      vjp: (g, ans, x, selection, value) => {
        const [ofX, ofValue] = shares(ans, x, selection, value);
        return [mul(g, ofX), null, unbroadcast(mul(read(g, selection), ofValue), value)];
      },
      jvp: ([tx, , tv], ans, x, selection, value) => {
        const [ofX, ofValue] = shares(ans, x, selection, value);
        const fromX = tx === null ? null : mul(tx, ofX);
        if (tv === null) return fromX ?? mul(ans, 0);
        const fromValue = scatter(
          shapeOf(ans),
          [selection],
          mul(broadcastToSelection(tv, selection), ofValue),
        );
        return fromX === null ? fromValue : add(fromX, fromValue);
      },
    },
    batching: (batched, ...args) => update(...batchUpdate(batched, ...args)),
  });
  return update;
}

/** `x` with the larger of entry and value at a selection. */
export const maxAt: Update = extreme("atMax", maximum);

/** `x` with the smaller of entry and value at a selection. */
export const minAt: Update = extreme("atMin", minimum);

/** Writing and adding at a selection: the primitives behind the updates. */
import { kernels } from "@ndgrad/kernels";
import { primitive } from "../../primitive.js";
import type { Op } from "../../primitive.js";
import { sameShape } from "../../shape.js";
import { asNd, empty, result, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { broadcastView } from "../../views.js";
import { raiseRank } from "../batching.js";
import { choose } from "../elementwise/where.js";
import { broadcastTo, inEveryExample, unbroadcast } from "../shape/broadcast.js";
import { lastWrites } from "./duplicates.js";
import { read, scatter } from "./selection.js";
import type { Target } from "./selection.js";

/** Updates `x` at a selection by `value`, which broadcasts to it. */
export type Update = Op<[x: Tensor, selection: Target, value: Tensor]>;

/** `x` with `value` written at the selection; of several writes to one entry the last one wins. */
export const writeAt: Update = primitive("atSet", {
  shape: (x) => shapeOf(x),
  kernel(out, x, selection, value) {
    kernels().copy(out, x);
    selection.write(out, broadcastView(asNd(value), selection.shape));
  },
  derivative: {
    vjp: [
      (g, _ans, _x, selection) => writeAt(g, selection, 0),
      null,
      (g, _ans, _x, selection, value) => unbroadcast(keepLastWrites(read(g, selection), selection), value),
    ],
    jvp: ([tx, , tv], ans, _x, selection) => writeAt(tx ?? result(empty(shapeOf(ans))), selection, tv ?? 0),
  },
  batching: (batched, ...args) => writeAt(...batchUpdate(batched, ...args)),
});

/** `g` with 0 for values that were overwritten: they are not in the answer. */
function keepLastWrites(g: Tensor, selection: Target): Tensor {
  const mask = lastWrites(selection);
  return mask === null ? g : choose(mask, g, 0);
}

/** `x` with `value` added at the selection; an entry named twice gets both. */
export const addAt: Update = primitive("atAdd", {
  shape: (x) => shapeOf(x),
  kernel(out, x, selection, value) {
    kernels().copy(out, x);
    selection.add(out, broadcastView(asNd(value), selection.shape));
  },
  derivative: {
    vjp: [(g) => g, null, (g, _ans, _x, selection, value) => unbroadcast(read(g, selection), value)],
    jvp: [
      (t) => t,
      null,
      (t, ans, _x, selection) => scatter(shapeOf(ans), [selection], broadcastToSelection(t, selection)),
    ],
  },
  batching: (batched, ...args) => addAt(...batchUpdate(batched, ...args)),
});

/** The arguments of one update for a whole batch, in which every example has an `x` of its own. */
export function batchUpdate(
  [inX, , inValue]: readonly boolean[],
  x: Tensor,
  selection: Target,
  value: Tensor,
): [x: Tensor, selection: Target, value: Tensor] {
  const size = shapeOf(inX ? x : value)[0]!;
  return [
    inX ? x : inEveryExample(x, size),
    selection.inEach(size),
    inValue ? raiseRank(value, selection.shape.length) : value,
  ];
}

/** `value` broadcast to the shape of a selection. */
export function broadcastToSelection(value: Tensor, selection: Target): Tensor {
  return sameShape(shapeOf(value), selection.shape) ? value : broadcastTo(value, selection.shape);
}

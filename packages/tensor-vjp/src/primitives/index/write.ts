/** Writing at a place, and adding there: the primitives under the updates. */
import { kernels } from "@ndgrad/kernels";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { sameShape } from "../../shape.js";
import { asNd, empty, result, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { broadcastView } from "../../views.js";
import { broadcastTo, unbroadcast } from "../shape/broadcast.js";
import { read, scatter } from "./selection.js";
import type { Target } from "./selection.js";
import { choose } from "../elementwise/where.js";
import { lastWrites } from "../../ops/index/duplicates.js";

/** `x` with `value`, which broadcasts to the place, written there; of several writes to one target the last stays. */
export const written: Op<[x: Tensor, selection: Target, value: Tensor]> = op(
  "atSet",
  {
    shapeOf: (x) => shapeOf(x),
    fill(out, x, selection, value) {
      kernels().copy(out, x);
      selection.write(out, broadcastView(asNd(value), selection.shape));
    },
  },
  {
    vjp: [
      (g, _ans, _x, selection) => written(g, selection, 0),
      null,
      (g, _ans, _x, selection, value) => unbroadcast(lasting(read(g, selection), selection), value),
    ],
    jvp: ([tx, , tv], ans, _x, selection) => written(tx ?? result(empty(shapeOf(ans))), selection, tv ?? 0),
  },
);

/** A value that was overwritten has no part in the answer. */
function lasting(g: Tensor, selection: Target): Tensor {
  const mask = lastWrites(selection);
  return mask === null ? g : choose(mask, g, 0);
}

/** `x` with `value`, which broadcasts to the place, added there; a target that is named twice gets both. */
export const added: Op<[x: Tensor, selection: Target, value: Tensor]> = op(
  "atAdd",
  {
    shapeOf: (x) => shapeOf(x),
    fill(out, x, selection, value) {
      kernels().copy(out, x);
      selection.add(out, broadcastView(asNd(value), selection.shape));
    },
  },
  {
    vjp: [(g) => g, null, (g, _ans, _x, selection, value) => unbroadcast(read(g, selection), value)],
    jvp: [
      (t) => t,
      null,
      (t, ans, _x, selection) => scatter(shapeOf(ans), [selection], spreadOver(t, selection)),
    ],
  },
);

/** A value that broadcasts to a place, in the place's shape. */
export function spreadOver(value: Tensor, selection: Target): Tensor {
  return sameShape(shapeOf(value), selection.shape) ? value : broadcastTo(value, selection.shape);
}

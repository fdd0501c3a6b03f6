/** Writing at a place, and adding there: the primitives under the updates. */
import { kernels } from "@ndgrad/kernels";
import { op } from "../../op.js";
import type { Op } from "../../op.js";
import { sameShape } from "../../shape.js";
import { asNd, empty, result, shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { broadcastView } from "../../views.js";
import { broadcastTo, unbroadcast } from "../shape/broadcast.js";
import { read, scatter } from "./place.js";
import type { Target } from "./place.js";
import { choose } from "../elementwise/where.js";
import { lastWrites } from "../../ops/index/duplicates.js";

/** `x` with `value`, which broadcasts to the place, written there; of several writes to one target the last stays. */
export const written: Op<[x: Tensor, place: Target, value: Tensor]> = op(
  "atSet",
  {
    shapeOf: (x) => shapeOf(x),
    fill(out, x, place, value) {
      kernels().copy(out, x);
      place.write(out, broadcastView(asNd(value), place.shape));
    },
  },
  {
    vjp: [
      (g, _ans, _x, place) => written(g, place, 0),
      null,
      (g, _ans, _x, place, value) => unbroadcast(lasting(read(g, place), place), value),
    ],
    jvp: ([tx, , tv], ans, _x, place) => written(tx ?? result(empty(shapeOf(ans))), place, tv ?? 0),
  },
);

/** A value that was overwritten has no part in the answer. */
function lasting(g: Tensor, place: Target): Tensor {
  const mask = lastWrites(place);
  return mask === null ? g : choose(mask, g, 0);
}

/** `x` with `value`, which broadcasts to the place, added there; a target that is named twice gets both. */
export const added: Op<[x: Tensor, place: Target, value: Tensor]> = op(
  "atAdd",
  {
    shapeOf: (x) => shapeOf(x),
    fill(out, x, place, value) {
      kernels().copy(out, x);
      place.add(out, broadcastView(asNd(value), place.shape));
    },
  },
  {
    vjp: [(g) => g, null, (g, _ans, _x, place, value) => unbroadcast(read(g, place), value)],
    jvp: [(t) => t, null, (t, ans, _x, place) => scatter(shapeOf(ans), [place], spreadOver(t, place))],
  },
);

/** A value that broadcasts to a place, in the place's shape. */
export function spreadOver(value: Tensor, place: Target): Tensor {
  return sameShape(shapeOf(value), place.shape) ? value : broadcastTo(value, place.shape);
}

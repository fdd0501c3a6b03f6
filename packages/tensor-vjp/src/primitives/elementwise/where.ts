/** Choosing between two arrays, entry by entry. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { primitive } from "../../op.js";
import { scratch } from "../../scope.js";
import { broadcastShapes } from "../../shape.js";
import { numberOf, shapeOf } from "../../tensor.js";
import type { Mask, Tensor } from "../../tensor.js";
import { expandLike, unbroadcast } from "../shape/broadcast.js";
import { operand } from "./define.js";
import { asMask, maskShape, maskView } from "./mask.js";

const choose: PrimitiveFn<[condition: Mask, x: Tensor, y: Tensor], Tensor> = primitive(
  "where",
  (condition: Mask, x: Tensor, y: Tensor): Tensor => {
    const shape = broadcastShapes("where", maskShape(condition), shapeOf(x, "where"), shapeOf(y, "where"));
    if (shape.length === 0) return numberOf(maskView(condition, shape).data[0] === 0 ? y : x);
    const out = scratch(shape);
    kernels().where(out, maskView(condition, shape), operand(x, shape), operand(y, shape));
    return out;
  },
  {
    vjp: [
      null,
      (g, _ans, condition, x) => unbroadcast(choose(condition, g, 0), x),
      (g, _ans, condition, _x, y) => unbroadcast(choose(condition, 0, g), y),
    ],
    jvp: [
      null,
      (t, ans, condition) => expandLike(choose(condition, t, 0), ans),
      (t, ans, condition) => expandLike(choose(condition, 0, t), ans),
    ],
  },
);

/**
 * `x` where `condition` holds, else `y`, all three broadcasting. A condition is a mask, a boolean, or a tensor whose
 * entries are true where they are not 0; no derivative flows into it.
 * The branch not taken gets the cotangent 0, and 0 times an infinite slope inside it is NaN: see `safeWhere`.
 */
export function where(condition: Mask | Tensor, x: Tensor, y: Tensor): Tensor {
  return choose(asMask("where", condition), x, y);
}

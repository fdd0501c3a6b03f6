/** Choosing between two arrays, entry by entry. */
import type { PrimitiveFn } from "@ndgrad/core";
import { kernels } from "@ndgrad/kernels";
import { primitive } from "../../primitive.js";
import { scratch } from "../../scope.js";
import { broadcastShapes } from "../../shape.js";
import { numberOf, shapeOf } from "../../tensor.js";
import type { Mask, Tensor } from "../../tensor.js";
import { raiseRank } from "../batching.js";
import { expandLike, unbroadcast } from "../shape/broadcast.js";
import { operand } from "./define.js";
import { raiseConditionRank, maskShape, maskView } from "./mask.js";

/** `x` where the mask is true, else `y`, all three broadcasting. */
export const choose: PrimitiveFn<[condition: Mask, x: Tensor, y: Tensor], Tensor> = primitive("where", {
  compute(condition, x, y) {
    const shape = broadcastShapes(maskShape(condition), shapeOf(x), shapeOf(y));
    if (shape.length === 0) return numberOf(maskView(condition, shape).data[0] === 0 ? y : x);
    const out = scratch(shape);
    kernels().where(out, maskView(condition, shape), operand(x, shape), operand(y, shape));
    return out;
  },
  derivative: {
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
  batching([inCondition, inX, inY], condition, x, y) {
    const ranks = [maskShape(condition), shapeOf(x), shapeOf(y)].map((s) => s.length);
    const rank = Math.max(...[inCondition, inX, inY].map((isIn, i) => ranks[i]! - (isIn ? 1 : 0)));
    return choose(
      inCondition ? (raiseConditionRank(condition, rank) as Mask) : condition,
      inX ? raiseRank(x, rank) : x,
      inY ? raiseRank(y, rank) : y,
    );
  },
});

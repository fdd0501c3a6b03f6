/** Choosing between two arrays, entry by entry. */
import { method } from "../../method.js";
import { asMask } from "../../primitives/elementwise/mask.js";
import { choose } from "../../primitives/elementwise/where.js";
import type { Mask, Tensor } from "../../tensor.js";

/**
 * `x` where `condition` holds, else `y`, all three broadcasting. A condition is a mask, a boolean, or a tensor, which
 * holds where it is not 0; no derivative flows into it.
 * The branch not taken gets the cotangent 0, and 0 times an infinite slope inside it is NaN: see `safeWhere`.
 */
export const where: (condition: Mask | Tensor, x: Tensor, y: Tensor) => Tensor = method(
  "where",
  (condition, x, y) => choose(asMask(condition), x, y),
);

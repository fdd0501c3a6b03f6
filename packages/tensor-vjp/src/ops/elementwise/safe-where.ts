/** Choosing between two functions, each of which sees only the entries that it is for. */
import { broadcastShapes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Mask, Nd, Shaped, Tensor } from "../../tensor.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { shaped } from "../../primitives/elementwise/define.js";
import { at } from "../index/at.js";
import { locate } from "../../primitives/index/locate.js";
import { asMask, logicalNot, maskShape, maskView } from "../../primitives/elementwise/mask.js";
import { read, scatter } from "../../primitives/index/place.js";
import { ranked } from "../../ranked.js";

type Elementwise = (x: Nd) => Tensor;

/**
 * `f(x)` where `condition` holds, else `g(x)`, for elementwise `f` and `g`: the cure for `where(c, f(x), g(x))`, which
 * gives NaN derivatives where the branch not taken is infinite. Each function gets a vector of the entries that it is
 * for, and no other. Shapes: `condition` broadcasts with `x`. Throws ShapeError where they do not broadcast.
 */
export function safeWhere<X extends Tensor>(
  condition: Mask | Tensor,
  x: X,
  f: Elementwise,
  g: Elementwise,
): Shaped<X> {
  const mask = asMask("safeWhere", condition);
  const shape = broadcastShapes("safeWhere", maskShape(mask), shapeOf(x, "safeWhere"));
  // A number becomes a vector of one entry, and back: the functions need not know the difference.
  const rows = shape.length === 0 ? [1] : shape;
  const wide = broadcastTo(x, rows);
  const holds = maskView(mask, rows);
  const branches = [
    { place: locate("safeWhere", rows, holds), of: f },
    { place: locate("safeWhere", rows, logicalNot(holds) as typeof holds), of: g },
  ];
  const results = branches.map(({ place, of }) => of(ranked(read(wide, place))));
  const chosen = scatter(rows, branches.map(({ place }) => place), ...results); // prettier-ignore
  return shaped(x, shape.length === 0 ? at(chosen, 0) : chosen);
}

/** Choosing between two functions, each of which sees only its own entries. */
import { asWritten } from "../../errors.js";
import { method } from "../../method.js";
import { broadcastShapes } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Mask, Nd, Shaped, Tensor } from "../../tensor.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { asArray, sameKind } from "../../as-array.js";
import { at } from "../index/at.js";
import { locate } from "../index/locate.js";
import { asMask, logicalNot, maskShape, maskView } from "../../primitives/elementwise/mask.js";
import { read, scatter } from "../../primitives/index/selection.js";

type Elementwise = (x: Nd) => Tensor;

interface SafeWhere {
  <X extends Tensor>(condition: Mask | Tensor, x: X, f: Elementwise, g: Elementwise): Shaped<X>;
  readonly name: string;
}

/**
 * `f(x)` where `condition` holds, else `g(x)`, for elementwise `f` and `g`: the cure for `where(c, f(x), g(x))`, which
 * gives NaN derivatives where the branch not taken is infinite. Each function gets a vector of only the entries that it
 * decides. Shapes: `condition` broadcasts with `x`. Throws ShapeError where they do not broadcast.
 */
export const safeWhere: SafeWhere = method("safeWhere", (condition, x, f, g) => {
  const mask = asMask(condition);
  const shape = broadcastShapes(maskShape(mask), shapeOf(x));
  // A number becomes a vector of one entry and back: `f` and `g` always get a vector.
  const rows = shape.length === 0 ? [1] : shape;
  const wide = broadcastTo(x, rows);
  const holds = maskView(mask, rows);
  const branches = [
    { selection: locate(rows, holds), of: asWritten(f) },
    { selection: locate(rows, logicalNot(holds) as typeof holds), of: asWritten(g) },
  ];
  const results = branches.map(({ selection, of }) => of(asArray(read(wide, selection))));
  const chosen = scatter(rows, branches.map(({ selection }) => selection), ...results); // prettier-ignore
  return sameKind(x, shape.length === 0 ? at(chosen, 0) : chosen);
});

/** Matrices along the diagonal of a larger one. */
import { method } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { assemble } from "../../primitives/index/assemble.js";
import { atleast2d } from "./dimensions.js";
import { boxSelection } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";

/**
 * Matrices one after the other on the diagonal, 0 elsewhere; a vector counts as a row, a number as [1,1].
 * Shapes: [mᵢ, nᵢ] → [Σ mᵢ, Σ nᵢ]. Linear. Throws ShapeError above rank 2, ValueError for no matrices.
 */
export const blockDiag: (xs: readonly Tensor[]) => Nd = method("blockDiag", (xs) => {
  if (xs.length === 0)
    throw new ValueError("expected one or more matrices, got an empty list. Pass at least one.");
  let [m, n] = [0, 0];
  const parts = xs.map((x) => {
    const shape = shapeOf(x);
    if (shape.length > 2)
      throw new ShapeError(`expected matrices, got ${bracket(shape)}. Pass them one by one.`);
    const block = atleast2d(x);
    const selection = boxSelection(block.shape, [m, n]);
    m += block.shape[0]!;
    n += block.shape[1]!;
    return { selection, x: block };
  });
  return asArray(assemble([m, n], parts));
});

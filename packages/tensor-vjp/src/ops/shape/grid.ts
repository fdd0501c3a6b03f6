/** Arrays broadcast to a common shape. */
import { method } from "../../method.js";
import { ShapeError } from "../../errors.js";
import { bracket, broadcastShapes } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { checkList } from "./join.js";
import { asArray } from "../../as-array.js";
import { reshape } from "./reshape.js";

/** Each of `xs` repeated to the shape that they broadcast to. Linear. Throws ShapeError where they do not broadcast. */
export const broadcastArrays: (xs: readonly Tensor[]) => Tensor[] = method("broadcastArrays", (xs) => {
  checkList(xs);
  const shape = broadcastShapes(...xs.map((x) => shapeOf(x)));
  return xs.map((x) => broadcastTo(x, shape));
});

/** `xy`: the first two axes are swapped, as in a plot (y down, x to the right); `ij`: axes in the order of the vectors. */
export interface MeshgridOptions {
  readonly indexing?: "xy" | "ij" | undefined;
}

/**
 * Coordinates of a grid from those along its axes: one array for each vector, varying along that vector's axis.
 * Shapes: vectors of m, n, … → arrays of [n, m, …], or [m, n, …] for `indexing: "ij"`. Linear. Throws ShapeError for matrices.
 */
export const meshgrid: (xs: readonly Tensor[], options?: MeshgridOptions) => Nd[] = method(
  "meshgrid",
  { indexing: "xy" },
  (xs, { indexing }) => {
    checkList(xs);
    const odd = xs.find((x) => shapeOf(x).length > 1);
    if (odd !== undefined)
      throw new ShapeError(`expected vectors, got ${bracket(shapeOf(odd))}. Use ravel to flatten it.`);
    const axisOf = (i: number): number => (indexing === "xy" && i < 2 && xs.length > 1 ? 1 - i : i);
    const sizes = xs.map((x) => sizeOf(shapeOf(x)));
    const shape = xs.map((_, a) => sizes[axisOf(a)]!);
    return xs.map((x, i) =>
      asArray(
        broadcastTo(
          reshape(
            x,
            shape.map((n, a) => (a === axisOf(i) ? n : 1)),
          ),
          shape,
        ),
      ),
    );
  },
);

/** Arrays spread to a common shape. */
import { ShapeError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket, broadcastShapes } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { checkList } from "./join.js";
import { ranked } from "../../ranked.js";
import { reshape } from "../../primitives/shape/reshape.js";

/** Each of `xs` repeated to the shape that they broadcast to. Linear. Throws ShapeError where they do not broadcast. */
export function broadcastArrays(xs: readonly Tensor[]): Tensor[] {
  checkList("broadcastArrays", xs);
  const shape = broadcastShapes("broadcastArrays", ...xs.map((x) => shapeOf(x, "broadcastArrays")));
  return xs.map((x) => broadcastTo(x, shape));
}

/** Whether the first two axes are those of a plot (`xy`: y down, x to the right) or come in the order of the vectors (`ij`). */
export interface MeshgridOptions {
  readonly indexing?: "xy" | "ij" | undefined;
}

/**
 * Coordinates of a grid from those of its axes: one array for each vector, which varies along the vector's axis.
 * Shapes: vectors of m, n, … → arrays of [n, m, …], or [m, n, …] for `indexing: "ij"`. Linear. Throws ShapeError for matrices.
 */
export function meshgrid(xs: readonly Tensor[], options: MeshgridOptions = {}): Nd[] {
  const { indexing = "xy" } = checked("meshgrid", options, ["indexing"]);
  checkList("meshgrid", xs);
  const odd = xs.find((x) => shapeOf(x, "meshgrid").length > 1);
  if (odd !== undefined)
    throw new ShapeError(
      `meshgrid: expected vectors, got ${bracket(shapeOf(odd))}. Use ravel to flatten it.`,
    );
  const axisOf = (i: number): number => (indexing === "xy" && i < 2 && xs.length > 1 ? 1 - i : i);
  const sizes = xs.map((x) => sizeOf(shapeOf(x)));
  const shape = xs.map((_, a) => sizes[axisOf(a)]!);
  return xs.map((x, i) =>
    ranked(
      broadcastTo(
        reshape(
          x,
          shape.map((n, a) => (a === axisOf(i) ? n : 1)),
        ),
        shape,
      ),
    ),
  );
}

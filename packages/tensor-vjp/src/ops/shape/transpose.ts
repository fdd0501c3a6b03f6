/** Axes in another order. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxes, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { otherAxes } from "../../views.js";
import { permute } from "../../primitives/shape/permute.js";

/**
 * Axis i of the result is axis axes[i] of `x`; without `axes`, the axes in reverse. Linear.
 * Throws AxisError for an axis out of range, ValueError where `axes` does not name each axis once.
 */
export const transpose: (x: Tensor, axes?: readonly number[]) => Tensor = method("transpose", (x, axes) => {
  const rank = shapeOf(x).length;
  const order = axes?.map((a) => normalizeAxis(a, rank));
  if (order === undefined)
    return permute(
      x,
      Array.from({ length: rank }, (_, a) => rank - 1 - a),
    );
  if (order.length === rank && new Set(order).size === rank) return permute(x, order);
  throw new ValueError(
    `expected each of ${rank} axes once, got ${bracket(axes ?? [])}. ` +
      `Name all axes in the order that you want, or use moveaxis or swapaxes.`,
  );
});

/** `x` with two axes swapped. Linear. Throws AxisError for an axis out of range. */
export const swapaxes: (x: Tensor, axis1: number, axis2: number) => Tensor = method(
  "swapaxes",
  (x, axis1, axis2) => {
    const rank = shapeOf(x).length;
    const [a, b] = [normalizeAxis(axis1, rank), normalizeAxis(axis2, rank)];
    return permute(
      x,
      Array.from({ length: rank }, (_, i) => (i === a ? b : i === b ? a : i)),
    );
  },
);

/**
 * `x` with the axes `source` moved to `destination`, the others in their original order. Linear.
 * Throws AxisError for an axis out of range, ValueError where one repeats or the two lists differ in length.
 */
export const moveaxis: (
  x: Tensor,
  source: number | readonly number[],
  destination: number | readonly number[],
) => Tensor = method("moveaxis", (x, source, destination) => {
  const rank = shapeOf(x).length;
  const [from, to] = [each(source, rank), each(destination, rank)];
  if (from.length !== to.length)
    throw new ValueError(
      `expected as many sources as destinations, got ${bracket(from)} and ${bracket(to)}. ` +
        `Name a destination for each axis that moves.`,
    );
  const order = new Array<number>(rank);
  to.forEach((d, i) => (order[d] = from[i]!));
  const rest = otherAxes(rank, from);
  otherAxes(rank, to).forEach((d, i) => (order[d] = rest[i]!));
  return permute(x, order);
});

/** Axes counted from the front, in the order given, each once. */
function each(axis: number | readonly number[], rank: number): number[] {
  const axes = typeof axis === "number" ? [axis] : axis;
  normalizeAxes(axes, rank);
  return axes.map((a) => normalizeAxis(a, rank));
}

/**
 * `x` with `axis` moved to just before the axis that is now at `start`. It exists because NumPy has it; `moveaxis` is easier
 * to read. Linear. Throws AxisError where `axis` is not in −rank..rank−1 or `start` not in −rank..rank.
 */
export const rollaxis: (x: Tensor, axis: number, start?: number) => Tensor = method(
  "rollaxis",
  (x, axis, start) => {
    const rank = shapeOf(x).length;
    const a = normalizeAxis(axis, rank);
    const before = start === rank ? rank : normalizeAxis(start ?? 0, rank);
    return moveaxis(x, a, a < before ? before - 1 : before);
  },
);

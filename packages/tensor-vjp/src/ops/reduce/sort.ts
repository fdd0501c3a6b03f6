/** Entries in ascending order. */
import { method } from "../../method.js";
import { ValueError } from "../../errors.js";
import { normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { takeAlongAxis } from "../index/take.js";
import { argsort } from "./positions.js";
import { reshape } from "../shape/reshape.js";

export interface SortOptions {
  /** The axis to sort along, the last by default; `null` flattens first. */
  readonly axis?: number | null | undefined;
}

/** Entries along `axis` in ascending order: stable, NaN last. Shapes: kept. Cotangents go back in the original order. Throws AxisError. */
export const sort: (x: Tensor, options?: SortOptions) => Nd = method("sort", { axis: -1 }, (x, { axis }) => {
  if (axis === null) return sort(reshape(x, [-1]));
  return takeAlongAxis(x, argsort(x, { axis }), { axis });
});

/**
 * Entries along `axis` with entry `kth` where sorting would put it, smaller ones before and larger ones after, each part in
 * sorted order. Throws ValueError for a position out of range, AxisError.
 */
export const partition: (x: Tensor, kth: number, options?: SortOptions) => Nd = method(
  "partition",
  { axis: -1 },
  (x, kth, { axis }) => {
    const shape = axis === null ? [shapeOf(x).reduce((a, b) => a * b, 1)] : shapeOf(x);
    const n = shape[axis === null ? 0 : normalizeAxis(axis, shape.length)]!;
    if (!Number.isInteger(kth) || kth < -n || kth >= n)
      throw new ValueError(
        `expected a position from ${-n} to ${n - 1}, got ${kth}. The axis has ${n} entries.`,
      );
    return sort(x, { axis });
  },
);

/** Entries shifted along axes, wrapping around. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { ValueError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Tensor } from "../../tensor.js";
import { sameKind } from "../../as-array.js";
import { read } from "../../primitives/index/selection.js";
import { rollSelection } from "../../primitives/shape/roll.js";
import { reshape } from "./reshape.js";

export interface RollOptions {
  readonly axis?: number | readonly number[] | null | undefined;
}

/**
 * `x` with its entries shifted by `shift` positions along `axis`, wrapping around at the end. Several axes take several
 * shifts, or the same one. Without an axis, along the flattened array. Linear.
 * Throws AxisError for an axis out of range, ValueError where shifts are not whole numbers or do not match the axes.
 */
export const roll: SameKindOp<[shift: number | readonly number[], options?: RollOptions]> = method(
  "roll",
  { axis: null },
  (x, shift, { axis }) => {
    const shape = shapeOf(x);
    const given = typeof shift === "number" ? [shift] : shift;
    if (axis === null) {
      const whole = given.reduce((a, b) => a + b, 0);
      return sameKind(x, reshape(rollBy(reshape(x, -1), [whole]), shape));
    }
    const axes = (typeof axis === "number" ? [axis] : axis).map((a) => normalizeAxis(a, shape.length));
    if (given.length !== axes.length && given.length !== 1 && axes.length !== 1)
      throw new ValueError(
        `expected one shift or one for each axis, got ${bracket(given)} for axes ${bracket(axes)}. Give them in pairs.`,
      );
    const shifts = shape.map(() => 0);
    for (let i = 0; i < Math.max(given.length, axes.length); i++)
      shifts[axes[i] ?? axes[0]!]! += given[i] ?? given[0]!;
    return sameKind(x, rollBy(x, shifts));
  },
);

function rollBy(x: Tensor, shifts: readonly number[]): Tensor {
  if (shifts.every(Number.isInteger)) return read(x, rollSelection(shapeOf(x), shifts));
  throw new ValueError(`expected whole numbers as shifts, got ${bracket(shifts)}. Round them first.`);
}

/** Positions as rows with a single 1. */
import { method } from "../../method.js";
import { IndexError } from "../../errors.js";
import type { Indices, Nd } from "../../tensor.js";
import { empty } from "../../tensor.js";
import type { IntegerArray } from "../index/expression.js";
import { positionItem } from "../index/items.js";

/**
 * For each position, a row of `n` zeros with a 1 at the position. Shapes: positions s → [...s, n]; a number gives [n].
 * A constant, never in a graph. Throws IndexError for a position outside 0 … n − 1: labels are not counted from the end.
 */
export const oneHot: (positions: Indices | IntegerArray, n: number) => Nd = method(
  "oneHot",
  (positions, n) => {
    const { shape, values } = positionItem(positions);
    const out = empty([...shape, n]);
    values.forEach((at, i) => {
      if (at < 0 || at >= n)
        throw new IndexError(`expected positions from 0 to ${n - 1}, got ${at}. Give a row for each class.`);
      out.data[i * n + at] = 1;
    });
    return out;
  },
);

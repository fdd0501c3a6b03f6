/** How an index is written. */
import { method } from "../../method.js";
import type { NdArray } from "ndarray";

/** A range of positions along one axis, as Python's slice: made by `slice`. */
export class Slice {
  constructor(
    readonly start: number | null,
    readonly stop: number | null,
    readonly step: number | null,
  ) {}
}

/**
 * Positions from `start` up to but not including `stop`, every `step`th; `null` or nothing for an open end. Negative
 * positions count from the end, positions past an end are clipped, a negative step runs backwards.
 * As in JS's `x.slice`, `slice(1)` begins at 1; `slice()` is the whole axis.
 */
export const slice: (start?: number | null, stop?: number | null, step?: number | null) => Slice = method(
  "slice",
  (start, stop, step) => new Slice(start ?? null, stop ?? null, step ?? null),
);

/** As many whole axes as the other items leave over. */
export const ellipsis = "ellipsis";

/** A new axis of size 1. */
export const newaxis = "newaxis";

/** Positions along an axis: nested lists of whole numbers, a typed array, or an ndarray of integers. */
export type PositionList = readonly (number | PositionList)[];
export type IntegerArray =
  PositionList | Int8Array | Int16Array | Int32Array | Uint16Array | Uint32Array | Float64Array | NdArray;

/** True or false for each entry along one or more axes: nested lists of booleans, or an array of 0 and 1. */
export type BooleanList = readonly (boolean | BooleanList)[];
export type BooleanArray = BooleanList | Uint8Array | NdArray<Uint8Array>;

/** The part of an index for one axis (a mask covers as many axes as it has). */
export type IndexItem = number | Slice | typeof ellipsis | typeof newaxis | IntegerArray | BooleanArray;

/**
 * One item, or a list of items for the axes from the first on. The outermost JS array is always that list, like NumPy's
 * tuple; a JS array inside it is an array of positions or a mask:
 *
 * | here                             | NumPy           |                                          |
 * |----------------------------------|-----------------|------------------------------------------|
 * | `at(x, 0)`, `at(x, -1)`          | `x[0]`, `x[-1]` | an entry or a row                        |
 * | `at(x, [0, 2])`                  | `x[0, 2]`       | one position for each of two axes        |
 * | `at(x, [[0, 2]])`                | `x[[0, 2]]`     | rows 0 and 2                             |
 * | `at(x, [[0, 2], [1, 3]])`        | `x[[0, 2], [1, 3]]` | the points (0, 1) and (2, 3)         |
 * | `at(x, [slice(), slice(1, 4)])`  | `x[:, 1:4]`     | columns 1 to 3                           |
 * | `at(x, slice(null, null, -1))`   | `x[::-1]`       | backwards                                |
 * | `at(x, [ellipsis, newaxis])`     | `x[..., None]`  | a new last axis                          |
 * | `at(x, greater(x, 0))`           | `x[x > 0]`      | the entries where a mask is true         |
 * | `at(x, [[true, false, true]])`   | `x[[True, False, True]]` | a mask as a list                |
 *
 * The type of a typed array or ndarray decides what it is: Uint8 is a mask, all others are positions.
 */
export type Index = IndexItem | readonly IndexItem[];

/** Inserting and deleting slices. */
import { method } from "../../method.js";
import { IndexError } from "../../errors.js";
import { bracket, normalizeAxis } from "../../shape.js";
import { asNd, empty, shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { broadcastView } from "../../views.js";
import { assemble } from "../../primitives/index/assemble.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { ravel } from "./dimensions.js";
import { locate } from "../index/locate.js";
import type { BooleanArray, IntegerArray, Slice } from "../index/expression.js";
import { rowsSelection } from "../../primitives/index/gather.js";
import { positionItem } from "../index/items.js";
import { read } from "../../primitives/index/selection.js";
import { asArray } from "../../as-array.js";
import { reshape } from "./reshape.js";
import { moveaxis } from "./transpose.js";

export interface InsertOptions {
  readonly axis?: number | null | undefined;
}

/**
 * `x` with `values` inserted before `positions`, counted in `x`, along `axis`; without an axis, `x` is flattened. A single
 * position takes one slice or several; a list of positions takes one slice each; `values` broadcast. Linear in both.
 * Throws IndexError for a position outside −n … n, ShapeError where `values` do not broadcast, AxisError.
 */
export const insert: (
  x: Tensor,
  positions: number | IntegerArray,
  values: Tensor,
  options?: InsertOptions,
) => Nd = method("insert", { axis: null }, (x, positions, values, { axis }) => {
  if (axis === null && shapeOf(x).length !== 1) return insert(ravel(x), positions, values, { axis: 0 });
  const shape = shapeOf(x);
  const a = normalizeAxis(axis ?? 0, shape.length);
  const item = positionItem(positions);
  const slices = asSlices(values, shape.length, item.shape.length === 0 ? a : 0);
  const single = item.values.length === 1;
  const count = single ? shapeOf(slices)[a]! : item.values.length;
  const inserted = shiftedPositions(
    Array.from({ length: count }, (_, i) => gapAt(item.values[single ? 0 : i]!, shape, a)),
  );
  const whole = shape.with(a, shape[a]! + count);
  const taken = new Set(inserted);
  const rest = Int32Array.from({ length: whole[a]! }, (_, i) => i).filter((i) => !taken.has(i));
  const parts = [
    { selection: rowsSelection(whole, a, rest), x },
    { selection: rowsSelection(whole, a, inserted), x: broadcastTo(slices, shape.with(a, count)) },
  ];
  return asArray(assemble(whole, parts));
});

/** `values` with as many axes as `x`. For a single position, the slices run along the first axis, which moves to `axis`. */
function asSlices(values: Tensor, rank: number, axis: number): Tensor {
  const shape = shapeOf(values);
  const lead = new Array<number>(Math.max(0, rank - shape.length)).fill(1);
  return moveaxis(reshape(values, [...lead, ...shape]), 0, axis);
}

/** The entry, 0 … n, before which a slice goes. */
function gapAt(i: number, shape: Shape, axis: number): number {
  const n = shape[axis]!;
  if (i >= -n && i <= n) return i < 0 ? i + n : i;
  throw new IndexError(
    `expected a position from ${-n} to ${n}, got ${i} for axis ${axis} of ${bracket(shape)}. Use ${n} to append.`,
  );
}

/** The positions of inserted slices in the result, from the entries that they go before; equal gaps keep their order. */
function shiftedPositions(gaps: readonly number[]): Int32Array {
  const order = [...gaps.keys()].sort((i, j) => gaps[i]! - gaps[j]!);
  const positions = new Int32Array(gaps.length);
  order.forEach((i, k) => (positions[i] = gaps[i]! + k));
  return positions;
}

/**
 * `x` without the slices at `positions` along `axis`; without an axis, `x` is flattened. NumPy calls it `delete`, a reserved
 * word in JavaScript. Positions are written as in an index: one, a list, a slice, a mask. Linear.
 * Throws IndexError for a position out of range, AxisError.
 */
export const deleteAt: (
  x: Tensor,
  positions: number | IntegerArray | BooleanArray | Slice,
  options?: InsertOptions,
) => Nd = method("deleteAt", { axis: null }, (x, positions, { axis }) => {
  if (axis === null && shapeOf(x).length !== 1) return deleteAt(ravel(x), positions, { axis: 0 });
  const shape = shapeOf(x);
  const a = normalizeAxis(axis ?? 0, shape.length);
  const n = shape[a]!;
  const selection = locate([n], [positions]);
  const kept = empty([n]);
  kept.data.fill(1);
  selection.write(kept, broadcastView(asNd(0), selection.shape));
  const rest = Int32Array.from({ length: n }, (_, i) => i).filter((i) => kept.data[i] === 1);
  return asArray(read(x, rowsSelection(shape, a, rest)));
});

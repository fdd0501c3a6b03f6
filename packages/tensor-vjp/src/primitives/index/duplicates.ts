/** Points that name the same target: which write wins, and how several values are combined into one. */
import { ndarray } from "@ndgrad/kernels";
import { sameShape } from "../../shape.js";
import { shapeOf, sizeOf } from "../../tensor.js";
import type { Mask, Tensor } from "../../tensor.js";
import { otherAxes } from "../../views.js";
import { broadcastTo } from "../shape/broadcast.js";
import { permute } from "../shape/permute.js";
import { assemble } from "./assemble.js";
import { boxSelection, read } from "./selection.js";
import type { Target } from "./selection.js";
import { reshapeTo } from "../shape/reshape.js";
import { GatherSelection, rowsSelection } from "./gather.js";

/** The points of a selection grouped by target, in the order of writing. */
function groupsOf(selection: GatherSelection): number[][] {
  const groups = new Map<number, number[]>();
  const keys = keysOf(selection);
  for (let k = 0; k < keys.length; k++) {
    const group = groups.get(keys[k]!);
    if (group === undefined) groups.set(keys[k]!, [k]);
    else group.push(k);
  }
  return [...groups.values()];
}

/** A number for each point that identifies its target. */
function keysOf({ points, positions }: GatherSelection): Float64Array {
  const keys = new Float64Array(sizeOf(points));
  for (const { at } of positions) {
    const radix = 1 + at.reduce((a, b) => Math.max(a, b), 0);
    for (let k = 0; k < keys.length; k++) keys[k] = keys[k]! * radix + at[k]!;
  }
  return keys;
}

/** 1 where a write is the last one to its target, else 0; `null` if no target is named twice. */
export function lastWrites(selection: Target): Mask | null {
  if (!(selection instanceof GatherSelection)) return null;
  const last = groupsOf(selection).map((group) => group.at(-1)!);
  if (last.length === sizeOf(selection.points)) return null;
  const mask = new Uint8Array(sizeOf(selection.points));
  for (const k of last) mask[k] = 1;
  return ndarray(mask, selection.blockShape.map(() => 1).toSpliced(selection.before, 0, ...selection.points));
}

/**
 * The selection without duplicates, with all values for one target combined pair by pair. `combine` is an elementwise op, so
 * the whole is differentiable to any order.
 */
export function combineDuplicates(
  selection: Target,
  value: Tensor,
  combine: (x: Tensor, y: Tensor) => Tensor,
): [selection: Target, value: Tensor] {
  if (!(selection instanceof GatherSelection)) return [selection, value];
  const groups = groupsOf(selection);
  let rows = pointsFirst(selection, value);
  let lists: readonly (readonly number[])[] = groups;
  if (lists.every((list) => list.length === 1)) return [selection, value];
  while (lists.some((list) => list.length > 1)) {
    const pairs = lists.flatMap((list) => list.filter((_, i) => i % 2 === 0 && i + 1 < list.length));
    const partners = lists.flatMap((list) => list.filter((_, i) => i % 2 === 1));
    const alone = lists.flatMap((list) => (list.length % 2 === 1 ? list.slice(-1) : []));
    const both = combine(rowsOf(rows, pairs), rowsOf(rows, partners));
    rows = concatenateRows(both, rowsOf(rows, alone));
    let [nextPair, nextAlone] = [0, pairs.length];
    lists = lists.map((list) =>
      list.filter((_, i) => i % 2 === 0).map((_, i) => (2 * i + 1 < list.length ? nextPair++ : nextAlone++)),
    );
  }
  const positions = selection.positions.map(({ axis, at }) => ({
    axis,
    at: Int32Array.from(groups, ([k]) => at[k!]!),
  }));
  const target = new GatherSelection([groups.length], positions, selection.blockShape, 0, selection.block);
  return [
    target,
    rowsOf(
      rows,
      lists.map(([row]) => row!),
    ),
  ];
}

/** A value that broadcasts to the shape of a selection, as [points, ...block]. */
function pointsFirst(selection: GatherSelection, value: Tensor): Tensor {
  const { shape, before, points, blockShape } = selection;
  const full = sameShape(shapeOf(value), shape) ? value : broadcastTo(value, shape);
  const front = points.map((_, i) => before + i);
  return reshapeTo(permute(full, [...front, ...otherAxes(shape.length, front)]), [
    sizeOf(points),
    ...blockShape,
  ]);
}

/** The rows of `x`, then those of `y`. */
function concatenateRows(x: Tensor, y: Tensor): Tensor {
  const [s, t] = [shapeOf(x), shapeOf(y)];
  const from = (row: number): number[] => s.map((_, a) => (a === 0 ? row : 0));
  return assemble(s.with(0, s[0]! + t[0]!), [
    { selection: boxSelection(s, from(0)), x },
    { selection: boxSelection(t, from(s[0]!)), x: y },
  ]);
}

function rowsOf(x: Tensor, list: readonly number[]): Tensor {
  return read(x, rowsSelection(shapeOf(x), 0, Int32Array.from(list)));
}

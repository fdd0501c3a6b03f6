/** From an index and the shape of an array to a selection of its entries. */
import { IndexError } from "../../errors.js";
import { bracket } from "../../shape.js";
import type { Shape } from "../../tensor.js";
import { entrySelection, viewSelection } from "../../primitives/index/selection.js";
import type { Target } from "../../primitives/index/selection.js";
import { slice } from "./expression.js";
import type { Index, Slice } from "./expression.js";
import { blockOf, NEW_AXIS } from "../../primitives/index/block.js";
import type { Fixed, Run } from "../../primitives/index/block.js";
import { GatherSelection } from "../../primitives/index/gather.js";
import { itemsOf } from "./items.js";
import type { ArrayItem, Item } from "./items.js";
import { broadcastPoints, normalizePosition, pointsOf } from "./points.js";
import type { Points } from "./points.js";

/** The entries of an array of `shape` that `index` names, by NumPy's rules. Throws IndexError. */
export function locate(shape: Shape, index: Index): Target {
  const items = expandEllipsis(shape, itemsOf(index));
  const fixed: Fixed[] = [];
  const kept: Run[] = [];
  const lists: Points[] = [];
  let axis = 0;
  let before = 0;
  let separated = false;
  items.forEach((item, i) => {
    if (isPoint(item)) {
      // NumPy puts the axes of points first where another item separates them.
      if (i > 0 && !isPoint(items[i - 1]!)) {
        separated = items.slice(0, i).some(isPoint);
        before = kept.length;
      }
      if (item.kind === "position") fixed.push({ axis, at: normalizePosition(item.at, shape, axis) });
      else lists.push(pointsOf(item, shape, axis));
    } else if (item.kind === "slice") kept.push(range(item.slice, axis, shape[axis]!));
    else if (item.kind === "newaxis") kept.push(NEW_AXIS);
    axis += axesOf(item);
  });
  if (lists.length === 0 && kept.length === 0) return entrySelection(fixed.map(({ at }) => at));
  const blockShape = kept.map(({ n }) => n);
  const block = blockOf(fixed, kept);
  if (lists.length === 0) return viewSelection(blockShape, block);
  const { shape: points, positions } = broadcastPoints(lists);
  return new GatherSelection(points, positions, blockShape, separated ? 0 : before, block);
}

/** Single positions broadcast with arrays of positions, so both name points. */
function isPoint(item: Item): item is ArrayItem | { readonly kind: "position"; readonly at: number } {
  return item.kind === "position" || item.kind === "positions" || item.kind === "mask";
}

/** How many axes an item covers. */
function axesOf(item: Item): number {
  if (item.kind === "mask") return item.shape.length;
  return item.kind === "newaxis" || item.kind === "ellipsis" ? 0 : 1;
}

/** The items with whole slices for the axes that the ellipsis stands for, so that every axis is covered. */
function expandEllipsis(shape: Shape, items: readonly Item[]): readonly Item[] {
  const named = items.reduce((n, item) => n + axesOf(item), 0);
  if (named > shape.length)
    throw new IndexError(
      `expected at most ${shape.length} indices for shape ${bracket(shape)}, got ${named}. ` +
        `In at(x, [i, j]), i and j are for one axis each; an array of positions goes inside: [[i, j]].`,
    );
  const at = items.findIndex(({ kind }) => kind === "ellipsis");
  if (at === -1 && named === shape.length) return items;
  if (items.some(({ kind }, i) => kind === "ellipsis" && i > at))
    throw new IndexError(
      `expected at most one ellipsis, got several. Write slice() for the axes of the others.`,
    );
  const rest = Array.from({ length: shape.length - named }, () => WHOLE);
  // The ellipsis itself stays: even if it covers no axis, it separates arrays of positions.
  return at === -1 ? [...items, ...rest] : items.toSpliced(at + 1, 0, ...rest);
}

const WHOLE: Item = { kind: "slice", slice: slice() };

/** Python's rules for slices. */
function range({ start: from, stop: to, step: by }: Slice, axis: number, n: number): Run {
  const step = by ?? 1;
  const [first, end] = step > 0 ? [0, n] : [-1, n - 1];
  const clamp = (i: number): number => Math.min(Math.max(i < 0 ? i + n : i, first), end);
  const start = from === null ? (step > 0 ? 0 : n - 1) : clamp(from);
  const stop = to === null ? (step > 0 ? n : -1) : clamp(to);
  return { axis, start, step, n: Math.max(0, Math.ceil((stop - start) / step)) };
}

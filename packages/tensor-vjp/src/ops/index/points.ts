/** Arrays of positions and masks as lists of points. */
import { IndexError } from "../../errors.js";
import { bracket, broadcastShapes, sameShape } from "../../shape.js";
import { sizeOf } from "../../tensor.js";
import type { Shape } from "../../tensor.js";
import type { Positions } from "../../primitives/index/gather.js";
import type { ArrayItem } from "./items.js";

/** Points arranged in `shape`, with their positions along some of the axes. */
export interface Points {
  readonly shape: Shape;
  readonly positions: readonly Positions[];
}

/** The points of an array item whose first axis is `axis`. Throws IndexError for positions out of range and masks of another shape. */
export function pointsOf(item: ArrayItem, shape: Shape, axis: number): Points {
  if (item.kind === "positions") {
    const at = item.values.map((i) => normalizePosition(i, shape, axis));
    return { shape: item.shape, positions: [{ axis, at }] };
  }
  const covered = shape.slice(axis, axis + item.shape.length);
  if (!sameShape(covered, item.shape))
    throw new IndexError(
      `expected a mask of shape ${bracket(covered)}, got ${bracket(item.shape)} at axis ${axis} of ${bracket(shape)}. ` +
        `A mask has one entry for each entry to choose from; Uint8 arrays are masks, so use Int32 for positions.`,
    );
  const chosen = Int32Array.from(item.values.keys()).filter((k) => item.values[k] !== 0);
  return { shape: [chosen.length], positions: unravel(chosen, covered, axis) };
}

/** NumPy's unravel_index: positions along several axes, the first of which is `axis`, from row-major positions. */
export function unravel(flat: Int32Array, shape: Shape, axis: number): Positions[] {
  return shape.map((n, a) => {
    const step = sizeOf(shape.slice(a + 1));
    return { axis: axis + a, at: flat.map((i) => Math.floor(i / step) % n) };
  });
}

/** A position in −n..n−1, counted from the front. Throws IndexError. */
export function normalizePosition(i: number, shape: Shape, axis: number): number {
  const n = shape[axis]!;
  if (i >= -n && i < n) return i < 0 ? i + n : i;
  const allowed = n === 0 ? "no position, since the axis is empty" : `a position from ${-n} to ${n - 1}`;
  throw new IndexError(
    `expected ${allowed}, got ${i} for axis ${axis} of ${bracket(shape)}. Positions count from 0.`,
  );
}

/** Several lists of points as one, broadcast to a common shape. Throws IndexError where they do not fit. */
export function broadcastPoints(lists: readonly Points[]): Points {
  const shape = commonShape(lists.map((list) => list.shape));
  const positions = lists.flatMap((list) =>
    list.positions.map(({ axis, at }) => ({ axis, at: repeat(at, list.shape, shape) })),
  );
  return { shape, positions };
}

function commonShape(shapes: readonly Shape[]): Shape {
  try {
    return broadcastShapes(...shapes);
  } catch {
    throw new IndexError(
      `expected arrays of positions that broadcast, got shapes ${shapes.map(bracket).join(" and ")}. ` +
        `Together they name points; to choose rows and columns separately, index twice.`,
    );
  }
}

/** Row-major values of an array of shape `from`, broadcast to `to`. */
function repeat(values: Int32Array, from: Shape, to: Shape): Int32Array {
  if (sameShape(from, to)) return values;
  let out = values;
  let inner = 1;
  // From the last axis on, axes of size 1 are repeated in place.
  for (let a = to.length - 1; a >= 0; a--) {
    const n = from[a - to.length + from.length] ?? 1;
    if (n === 1 && to[a] !== 1) out = repeatBlocks(out, inner, to[a]!);
    inner *= to[a]!;
  }
  return out;
}

/** Each run of `size` values `times` times. */
function repeatBlocks(values: Int32Array, size: number, times: number): Int32Array {
  const out = new Int32Array(values.length * times);
  for (let from = 0, to = 0; from < values.length; from += size)
    for (let k = 0; k < times; k++, to += size) out.set(values.subarray(from, from + size), to);
  return out;
}

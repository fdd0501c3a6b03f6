/** Reductions by an operation that is associative and commutative up to rounding. */
import type { NdF64 } from "../signatures.js";
import { isContiguous } from "../view.js";
import { collapse, walk } from "../layout.js";
import type { View } from "../layout.js";
import { unaliased } from "../overlap.js";
import type { FoldLoops } from "./loops.js";
import { foldColumns, foldRow } from "./pairwise.js";

/** A kernel that combines the entries of each row. */
export function fold(loops: FoldLoops) {
  return (out: NdF64, x: NdF64): void => {
    if (out.shape.length > 0) reduce(loops, out, unaliased(out, x));
    // The one answer is written after all of `x` has been read, so overlaps do no harm.
    else if (isContiguous(x)) out.data[out.offset] = foldRow(loops, x.size, x.data, x.offset, 1);
    else reduce(loops, out, x);
  };
}

function reduce(loops: FoldLoops, out: View, x: View): void {
  const rank = out.shape.length;
  const kept = x.stride.slice(0, rank);
  const { shape, stride } = nearestLast(x.shape.slice(rank), x.stride.slice(rank));
  const n = shape.at(-1)!;
  const step = stride.at(-1)!;
  if (shape.length === 1) {
    reduceLast(loops, out, x, kept, n, step);
  } else {
    // Reduces one dimension at a time.
    const partial = zeros([...out.shape, ...shape.slice(0, -1)]);
    reduceLast(loops, partial, x, [...kept, ...stride.slice(0, -1)], n, step);
    reduce(loops, out, partial);
  }
}

/** The dimensions to reduce, merged where possible, the one with the smallest stride last. */
function nearestLast(shape: readonly number[], stride: readonly number[]) {
  const order = shape.map((_, d) => d).sort((d, e) => Math.abs(stride[e]!) - Math.abs(stride[d]!));
  const layout = collapse(
    order.map((d) => shape[d]!),
    [order.map((d) => stride[d]!)],
  );
  return { shape: layout.shape, stride: layout.strides[0]! };
}

/** Each entry of `out` combines n entries of `x`, `step` apart; `stride` leads to the first of them. */
function reduceLast(
  loops: FoldLoops,
  out: View,
  x: View,
  stride: readonly number[],
  n: number,
  step: number,
): void {
  const layout = collapse(out.shape, [out.stride, stride]);
  const last = layout.shape.length - 1;
  const width = layout.shape[last]!;
  const [toStep, fromStep] = [layout.strides[0]![last]!, layout.strides[1]![last]!];
  const at: [number, number] = [out.offset, x.offset];
  if (width >= NARROW && Math.abs(fromStep) < Math.abs(step)) {
    walk(layout, last, at, () =>
      foldColumns(loops, out.data, at[0], toStep, width, n, x.data, at[1], step, fromStep),
    );
  } else {
    walk(layout, last + 1, at, () => void (out.data[at[0]] = foldRow(loops, n, x.data, at[1], step)));
  }
}

/** Fewer columns than this are reduced faster one by one. */
const NARROW = 8;

function zeros(shape: readonly number[]): View {
  const stride = new Array<number>(shape.length);
  let size = 1;
  for (let d = shape.length - 1; d >= 0; size *= shape[d--]!) stride[d] = size;
  return { data: new Float64Array(size), shape, stride, offset: 0 };
}

/** The same entries with another layout in memory. */
import ndarray from "ndarray";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import type { Choices } from "@ndgrad/tensor-vjp/testing";

/** A view of the entries of `x` over memory with gaps, reversed, with its axes permuted, or repeated. */
export function relayout(x: Tensor, choose: Choices): Tensor {
  if (typeof x === "number") return x;
  const order = choose.permutation(x.shape.length);
  const steps = x.shape.map(() => choose.pick([1, 1, 2, 3, -1, -2]));
  const stride = x.shape.map(() => 0);
  let extent = choose.int(0, 2);
  let offset = extent;
  let unit = 1;
  for (const a of order) {
    stride[a] = unit * steps[a]!;
    const reach = Math.max(0, x.shape[a]! - 1) * Math.abs(stride[a]);
    if (stride[a] < 0) offset += reach;
    extent += reach;
    unit *= Math.abs(steps[a]!) * Math.max(1, x.shape[a]!);
  }
  const view = ndarray(new Float64Array(extent + 3).fill(NaN), x.shape.slice(), stride, offset);
  each(x, (index, value) => view.set(...index, value));
  return view;
}

/** `x` with its entries at index 0 of one axis repeated along it: as a view of stride 0, and as a copy. */
export function repeatFirst(x: Nd, axis: number): [view: Nd, copy: Nd] {
  const view = ndarray(x.data, x.shape.slice(), x.stride.with(axis, 0), x.offset);
  const copy = ndarray(new Float64Array(x.size), x.shape.slice());
  each(view, (index, value) => copy.set(...index, value));
  return [view, copy];
}

/** Calls `f` for each entry, in row-major order. */
export function each(x: Nd, f: (index: number[], value: number) => void): void {
  const walk = (index: number[]): void => {
    if (index.length === x.shape.length) f(index, x.get(...index));
    else for (let i = 0; i < x.shape[index.length]!; i++) walk([...index, i]);
  };
  walk([]);
}

/** Shape and entries in row-major order. */
export function toList(x: Tensor): { shape: readonly number[]; entries: number[] } {
  if (typeof x === "number") return { shape: [], entries: [x] };
  const entries: number[] = [];
  each(x, (_, value) => entries.push(value));
  return { shape: x.shape, entries };
}

/** Views and copies of plain ndarrays; nothing is traced. */
import { ArenaArray, isContiguous, kernels, rowMajorOf, stridedView } from "@ndgrad/kernels";
import { unwritten } from "./tensor.js";
import type { Nd, Shape } from "./tensor.js";

/** `x` broadcast to `shape` by strides of 0; the shapes are known to broadcast. */
export function broadcastView(x: Nd, shape: Shape): Nd {
  const lead = shape.length - x.shape.length;
  const stride = new Array<number>(shape.length);
  for (let i = 0; i < shape.length; i++)
    stride[i] = i < lead || x.shape[i - lead] === 1 ? 0 : x.stride[i - lead]!;
  return stridedView(x, shape, stride, x.offset);
}

export function permuteView(x: Nd, axes: readonly number[]): Nd {
  const { shape, stride } = x;
  return stridedView(x, axes.map((a) => shape[a]!), axes.map((a) => stride[a]!), x.offset); // prettier-ignore
}

/** `x` with its last two axes swapped. */
export function swapLastTwo(x: Nd): Nd {
  const n = x.shape.length;
  if (n === 2) return stridedView(x, [x.shape[1]!, x.shape[0]!], [x.stride[1]!, x.stride[0]!], x.offset);
  return permuteView(x, [...x.shape.keys()].map((a) => (a === n - 1 ? n - 2 : a === n - 2 ? n - 1 : a))); // prettier-ignore
}

/** The entries of a contiguous array in another shape. */
export function reshapeView(x: Nd, shape: Shape): Nd {
  return rowMajorOf(x, shape, x.offset);
}

/** Whether all entries of `x` are one and the same number in memory. False if there are none. */
export function isUniform(x: Nd): boolean {
  if (x instanceof ArenaArray && x.isContiguous) return x.size === 1;
  const { shape, stride } = x;
  for (let a = 0; a < shape.length; a++)
    if (shape[a] !== 1 && (stride[a] !== 0 || shape[a] === 0)) return false;
  return true;
}

/** The axes that are not in `axes`, in order. */
export function otherAxes(rank: number, axes: readonly number[]): number[] {
  const others: number[] = [];
  for (let a = 0; a < rank; a++) if (!axes.includes(a)) others.push(a);
  return others;
}

/** The memory of `x` read with another shape and other strides. */
export function restride(x: Nd, shape: Shape, stride: readonly number[]): Nd {
  return stridedView(x, shape, stride, x.offset);
}

/** `x` with the entries along `axis` in reverse. */
export function reverseView(x: Nd, axis: number): Nd {
  const last = Math.max(x.shape[axis]! - 1, 0) * x.stride[axis]!;
  return stridedView(x, x.shape, x.stride.with(axis, -x.stride[axis]!), x.offset + last);
}

/** `x` with its entries in row-major order: itself, or a copy. */
export function asContiguous(x: Nd): Nd {
  return isContiguous(x) ? x : copyOf(x);
}

/** A fresh row-major copy. */
export function copyOf(x: Nd): Nd {
  const copy = unwritten(x.shape);
  kernels().copy(copy, x);
  return copy;
}

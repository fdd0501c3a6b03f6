/** Masks: plain arrays of 0 and 1, in no graph; and what is true of numbers, entry by entry. */
import ndarray from "ndarray";
import type { NdArray } from "ndarray";
import { nonDifferentiable } from "../../op.js";
import { broadcastShapes } from "../../shape.js";
import { notTensor, sizeOf } from "../../tensor.js";
import type { Mask, Shape, Tensor } from "../../tensor.js";
import { abs } from "./absolute.js";
import { equal, less, notEqual } from "./comparison.js";

type NdU8 = NdArray<Uint8Array>;

function isMaskArray(x: unknown): x is NdU8 {
  return (
    typeof x === "object" &&
    x !== null &&
    "dtype" in x &&
    (x.dtype === "uint8" || x.dtype === "uint8_clamped")
  );
}

/** What ops take as a condition, as a mask: a tensor is true where it is not 0. */
export function asMask(op: string, condition: Mask | Tensor): Mask {
  if (typeof condition === "boolean" || isMaskArray(condition)) return condition;
  if (typeof condition === "number" || (typeof condition === "object" && condition.dtype === "float64"))
    return notEqual(condition, 0);
  throw notTensor(op, condition);
}

export function maskShape(mask: Mask): Shape {
  return typeof mask === "boolean" ? [] : mask.shape;
}

/** `mask` read as `shape` by strides of 0. */
export function maskView(mask: Mask, shape: Shape): NdU8 {
  if (typeof mask === "boolean") return ndarray(Uint8Array.of(mask ? 1 : 0), shape.slice(), shape.map(() => 0)); // prettier-ignore
  const lead = shape.length - mask.shape.length;
  const stride = shape.map((_, a) => (a < lead || mask.shape[a - lead] === 1 ? 0 : mask.stride[a - lead]!));
  return ndarray(mask.data, shape.slice(), stride, mask.offset);
}

function combine(
  name: string,
  f: (x: number, y: number) => boolean,
): (x: Mask | Tensor, y: Mask | Tensor) => Mask {
  return nonDifferentiable(name, (x: Mask | Tensor, y: Mask | Tensor): Mask => {
    const [a, b] = [asMask(name, x), asMask(name, y)];
    const shape = broadcastShapes(name, maskShape(a), maskShape(b));
    const [va, vb] = [entries(maskView(a, shape)), entries(maskView(b, shape))];
    const out = va.map((ai, i) => (f(ai, vb[i]!) ? 1 : 0));
    return shape.length === 0 ? out[0] === 1 : ndarray(out, shape.slice());
  });
}

/** Entries in row-major order. */
function entries(mask: NdU8): Uint8Array {
  const out = new Uint8Array(sizeOf(mask.shape));
  const index = mask.shape.map(() => 0);
  for (let i = 0; i < out.length; i++) {
    out[i] = mask.get(...index);
    for (let a = index.length - 1; a >= 0 && ++index[a]! === mask.shape[a]; a--) index[a] = 0;
  }
  return out;
}

/** x and y, both not 0. */
export const logicalAnd = combine("logicalAnd", (x, y) => x !== 0 && y !== 0);

/** x or y, one of them not 0. */
export const logicalOr = combine("logicalOr", (x, y) => x !== 0 || y !== 0);

/** True where x is 0. */
export const logicalNot = nonDifferentiable("logicalNot", (x: Mask | Tensor): Mask => {
  const mask = asMask("logicalNot", x);
  if (typeof mask === "boolean") return !mask;
  return ndarray(entries(mask).map((v) => (v === 0 ? 1 : 0)), mask.shape.slice()); // prettier-ignore
});

/** Neither infinite nor NaN. */
export const isfinite = nonDifferentiable("isfinite", (x: Tensor): Mask => less(abs(x), Infinity));

/** NaN, the only value that differs from itself. */
export const isnan = nonDifferentiable("isnan", (x: Tensor): Mask => notEqual(x, x));

/** +∞ or −∞. */
export const isinf = nonDifferentiable("isinf", (x: Tensor): Mask => equal(abs(x), Infinity));

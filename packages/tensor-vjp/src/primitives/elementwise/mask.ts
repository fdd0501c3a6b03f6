/** Masks, plain arrays of 0 and 1 that are never in a graph: their logic, and tests for NaN and infinity. */
import { ndarray } from "@ndgrad/kernels";
import type { NdArray } from "ndarray";
import type { PrimitiveFn } from "@ndgrad/core";
import { leadingAxis, primitive } from "../../primitive.js";
import { broadcastShapes } from "../../shape.js";
import { notTensor, shapeOf, sizeOf } from "../../tensor.js";
import type { Mask, Shape, Tensor } from "../../tensor.js";
import { onesOf } from "../batching.js";
import { reshapeTo } from "../shape/reshape.js";
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

/** A condition as a mask: a tensor is true where it is not 0. */
export function asMask(condition: Mask | Tensor): Mask {
  if (typeof condition === "boolean" || isMaskArray(condition)) return condition;
  if (typeof condition === "number" || (typeof condition === "object" && condition.dtype === "float64"))
    return notEqual(condition, 0);
  throw notTensor(condition);
}

export function maskShape(mask: Mask): Shape {
  return typeof mask === "boolean" ? [] : mask.shape;
}

/** `mask` broadcast to `shape` by strides of 0. */
export function maskView(mask: Mask, shape: Shape): NdU8 {
  if (typeof mask === "boolean") return ndarray(Uint8Array.of(mask ? 1 : 0), shape.slice(), shape.map(() => 0)); // prettier-ignore
  const lead = shape.length - mask.shape.length;
  const stride = shape.map((_, a) => (a < lead || mask.shape[a - lead] === 1 ? 0 : mask.stride[a - lead]!));
  return ndarray(mask.data, shape.slice(), stride, mask.offset);
}

/** A mask of the same entries in another shape. */
const reshapeMask: PrimitiveFn<[mask: Mask, shape: Shape], Mask> = primitive("maskReshape", {
  compute: (mask, shape) => ndarray(entries(maskView(mask, maskShape(mask))), shape.slice()),
  derivative: null,
  batching: (_batched, mask, shape) => reshapeMask(mask, [maskShape(mask)[0]!, ...shape]),
});

/** A batch of conditions, each raised to `rank` by axes of size 1 in front. */
export function raiseConditionRank(batch: Mask | Tensor, rank: number): Mask | Tensor {
  const [size, ...shape] = conditionShape(batch);
  if (shape.length === rank) return batch;
  const to = [size!, ...onesOf(rank - shape.length), ...shape];
  return isMask(batch) ? reshapeMask(batch, to) : reshapeTo(batch, to);
}

function isMask(x: unknown): x is Mask {
  return typeof x === "boolean" || isMaskArray(x);
}

function conditionShape(x: Mask | Tensor): Shape {
  return isMask(x) ? maskShape(x) : shapeOf(x);
}

type Logical = PrimitiveFn<[x: Mask | Tensor, y: Mask | Tensor], Mask>;

function combine(name: string, f: (x: number, y: number) => boolean): Logical {
  const fn: Logical = primitive(name, {
    compute(x, y) {
      const [a, b] = [asMask(x), asMask(y)];
      const shape = broadcastShapes(maskShape(a), maskShape(b));
      const [va, vb] = [entries(maskView(a, shape)), entries(maskView(b, shape))];
      const out = va.map((ai, i) => (f(ai, vb[i]!) ? 1 : 0));
      return shape.length === 0 ? out[0] === 1 : ndarray(out, shape.slice());
    },
    derivative: null,
    batching([inX, inY], x, y) {
      const rank = Math.max(
        conditionShape(x).length - (inX ? 1 : 0),
        conditionShape(y).length - (inY ? 1 : 0),
      );
      return fn(inX ? raiseConditionRank(x, rank) : x, inY ? raiseConditionRank(y, rank) : y);
    },
  });
  return fn;
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

/** True where x and y are both not 0. */
export const logicalAnd: Logical = combine("logicalAnd", (x, y) => x !== 0 && y !== 0);

/** True where x or y is not 0. */
export const logicalOr: Logical = combine("logicalOr", (x, y) => x !== 0 || y !== 0);

/** True where x is 0. */
export const logicalNot: PrimitiveFn<[x: Mask | Tensor], Mask> = primitive("logicalNot", {
  compute(x) {
    const mask = asMask(x);
    if (typeof mask === "boolean") return !mask;
    return ndarray(entries(mask).map((v) => (v === 0 ? 1 : 0)), mask.shape.slice()); // prettier-ignore
  },
  derivative: null,
  batching: leadingAxis,
});

type Question = PrimitiveFn<[x: Tensor], Mask>;

/** True where x is neither infinite nor NaN. */
export const isfinite: Question = question("isfinite", (x) => less(abs(x), Infinity));

/** True where x is NaN, the only value that differs from itself. */
export const isnan: Question = question("isnan", (x) => notEqual(x, x));

/** True where x is +∞ or −∞. */
export const isinf: Question = question("isinf", (x) => equal(abs(x), Infinity));

function question(name: string, compute: (x: Tensor) => Mask): Question {
  return primitive(name, { compute, derivative: null, batching: leadingAxis });
}

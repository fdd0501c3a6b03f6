/** Arrays from a shape: constants, never in a graph, except `full`. */
import { method } from "../../method.js";
import type { SameKindOp } from "../../method.js";
import { ValueError } from "../../errors.js";
import { bracket } from "../../shape.js";
import { empty, result, shapeOf } from "../../tensor.js";
import type { Nd, Shape, Tensor } from "../../tensor.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { sameKind } from "../../as-array.js";

/** An array for a shape with at least one axis, a number for `[]`. */
interface FromShape {
  (shape: number | readonly [number, ...number[]]): Nd;
  (shape: Shape): Tensor;
}

function constantOp(name: string, value: number): FromShape {
  const make: FromShape = method(name, (shape: number | Shape) => {
    const out = empty(toShape(shape));
    if (value !== 0) out.data.fill(value);
    return result(out);
  });
  return make;
}

function toShape(shape: number | Shape): Shape {
  const sizes = typeof shape === "number" ? [shape] : shape;
  if (sizes.every((n) => Number.isInteger(n) && n >= 0)) return sizes;
  throw new ValueError(`expected sizes of 0 or more, got ${bracket(sizes)}. Give whole numbers.`);
}

/** An array of zeros. Throws ValueError for negative or fractional sizes. */
export const zeros: FromShape = constantOp("zeros", 0);

/** An array of ones. Throws ValueError for negative or fractional sizes. */
export const ones: FromShape = constantOp("ones", 1);

/** Zeros in the shape of `x`; plain even if `x` is traced. */
export const zerosLike: SameKindOp = method("zerosLike", (x) => sameKind(x, zeros(shapeOf(x))));

/** Ones in the shape of `x`; plain even if `x` is traced. */
export const onesLike: SameKindOp = method("onesLike", (x) => sameKind(x, ones(shapeOf(x))));

/** An array for a shape with at least one axis. */
interface Full {
  (shape: number | readonly [number, ...number[]], value: Tensor): Nd;
  (shape: Shape, value: Tensor): Tensor;
}

/**
 * `value` broadcast to `shape`. Linear in `value`.
 * Throws ShapeError where `value` does not broadcast, ValueError for negative or fractional sizes.
 */
export const full: Full = method("full", (shape: number | Shape, value) =>
  broadcastTo(value, toShape(shape)),
);

/** The number of columns `m`, `n` by default, and the diagonal `k`: above the main one for `k` > 0. */
export interface EyeOptions {
  readonly m?: number | undefined;
  readonly k?: number | undefined;
}

/** Ones on a diagonal, zeros elsewhere. Shape: [n, m], square by default. Throws ValueError for negative or fractional sizes. */
export const eye: (n: number, options?: EyeOptions) => Nd = method(
  "eye",
  { m: undefined, k: 0 },
  (n, { m: given, k }) => {
    const m = given ?? n;
    const out = empty(toShape([n, m]));
    for (let i = Math.max(0, -k); i < Math.min(n, m - k); i++) out.data[i * m + i + k] = 1;
    return out;
  },
);

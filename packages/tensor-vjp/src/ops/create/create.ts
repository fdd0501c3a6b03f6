/** Arrays from a shape: constants, in no graph, but for `full`. */
import { ValueError } from "../../errors.js";
import { checked } from "../../options.js";
import { bracket } from "../../shape.js";
import { empty, result, shapeOf } from "../../tensor.js";
import type { Nd, Shape, Shaped, Tensor } from "../../tensor.js";
import { broadcastTo } from "../../primitives/shape/broadcast.js";
import { shaped } from "../../primitives/elementwise/define.js";

/** A shape with an axis or more gives an array, `[]` a number. */
interface FromShape {
  (shape: number | readonly [number, ...number[]]): Nd;
  (shape: Shape): Tensor;
}

function filled(op: string, value: number): FromShape {
  const make = (shape: number | Shape): Tensor => {
    const out = empty(checkedShape(op, shape));
    if (value !== 0) out.data.fill(value);
    return result(out);
  };
  // The interface says for which shapes the result is an array.
  return make as FromShape;
}

function checkedShape(op: string, shape: number | Shape): Shape {
  const sizes = typeof shape === "number" ? [shape] : shape;
  if (sizes.every((n) => Number.isInteger(n) && n >= 0)) return sizes;
  throw new ValueError(`${op}: expected sizes of 0 or more, got ${bracket(sizes)}. Give whole numbers.`);
}

/** An array of zeros. Throws ValueError for negative or broken sizes. */
export const zeros: FromShape = filled("zeros", 0);

/** An array of ones. Throws ValueError for negative or broken sizes. */
export const ones: FromShape = filled("ones", 1);

/** Zeros in the shape of `x`; plain, also where `x` is traced. */
export function zerosLike<X extends Tensor>(x: X): Shaped<X> {
  return shaped(x, zeros(shapeOf(x, "zerosLike")));
}

/** Ones in the shape of `x`; plain, also where `x` is traced. */
export function onesLike<X extends Tensor>(x: X): Shaped<X> {
  return shaped(x, ones(shapeOf(x, "onesLike")));
}

/**
 * An array of `shape` with `value`, which broadcasts, everywhere. Linear in `value`.
 * Throws ShapeError where `value` does not broadcast, ValueError for negative or broken sizes.
 */
export function full(shape: number | readonly [number, ...number[]], value: Tensor): Nd;
export function full(shape: Shape, value: Tensor): Tensor;
export function full(shape: number | Shape, value: Tensor): Tensor {
  return broadcastTo(value, checkedShape("full", shape));
}

/** The size of `eye` when it is not square, and which diagonal: above the main one for `k` > 0. */
export interface EyeOptions {
  readonly m?: number | undefined;
  readonly k?: number | undefined;
}

/** Ones on a diagonal, zeros elsewhere. Shape: [n, m], square by default. Throws ValueError for negative or broken sizes. */
export function eye(n: number, options: EyeOptions = {}): Nd {
  const { m = n, k = 0 } = checked("eye", options, ["m", "k"]);
  const out = empty(checkedShape("eye", [n, m]));
  for (let i = Math.max(0, -k); i < Math.min(n, m - k); i++) out.data[i * m + i + k] = 1;
  return out;
}

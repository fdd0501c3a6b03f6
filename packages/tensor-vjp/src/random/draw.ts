/** Random arrays of real numbers. Each is a pure function of a key and a shape, the same on every machine. */
import { method } from "../method.js";
import { ValueError } from "../errors.js";
import { add, mul, sub } from "../primitives/elementwise/arithmetic.js";
import { ndtri } from "../primitives/special/normal.js";
import { bracket } from "../shape.js";
import { empty, result, sizeOf } from "../tensor.js";
import type { Nd, Shape, Tensor } from "../tensor.js";
import { bits } from "./key.js";
import type { Key } from "./key.js";

export interface UniformOptions {
  /** Bounds, 0 and 1 by default; they broadcast and may be traced. `high` itself is not drawn. */
  readonly low?: Tensor;
  readonly high?: Tensor;
}

/** Uniform numbers in [low, high), with 53 random bits each. Throws ValueError for a negative size. */
export const uniform: (key: Key, shape?: Shape, options?: UniformOptions) => Tensor = method(
  "uniform",
  { low: 0, high: 1 },
  (key, shape, { low, high }) => {
    const u = result(unit(key, shape ?? []));
    return low === 0 && high === 1 ? u : add(low, mul(sub(high, low), u));
  },
);

export interface NormalOptions {
  /** 0 and 1 by default; they broadcast and may be traced. */
  readonly mean?: Tensor;
  readonly std?: Tensor;
}

/** Normal numbers by the inverse of the distribution function, one from each uniform number. */
export const normal: (key: Key, shape?: Shape, options?: NormalOptions) => Tensor = method(
  "normal",
  { mean: 0, std: 1 },
  (key, shape, { mean, std }) => {
    // Half a step up, since 0 would give −∞.
    const z = ndtri(add(result(unit(key, shape ?? [])), 2 ** -54));
    return mean === 0 && std === 1 ? z : add(mean, mul(std, z));
  },
);

/** Uniform numbers in [0, 1) as a fresh array. */
export function unit(key: Key, shape: Shape): Nd {
  checkShape(shape);
  const out = empty(shape);
  const words = bits(key, 2 * sizeOf(shape));
  for (let i = 0; i < out.data.length; i++)
    out.data[i] = ((words[2 * i]! >>> 5) * 2 ** 26 + (words[2 * i + 1]! >>> 6)) * 2 ** -53;
  return out;
}

function checkShape(shape: Shape): void {
  if (Array.isArray(shape) && shape.every((n) => Number.isInteger(n) && n >= 0)) return;
  throw new ValueError(
    `expected a shape of whole sizes of 0 or more, got ${bracket(shape)}. Give a list such as [2, 3].`,
  );
}

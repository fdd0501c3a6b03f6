/** Random choices: masks, whole numbers, categories, orders. Plain arrays, never in a graph. */
import { method } from "../method.js";
import { getValue } from "@ndgrad/core";
import { ShapeError, ValueError } from "../errors.js";
import { neg, sub } from "../primitives/elementwise/arithmetic.js";
import { argmax } from "../ops/reduce/positions.js";
import { less } from "../primitives/elementwise/comparison.js";
import { log } from "../primitives/elementwise/exponential.js";
import { take } from "../ops/index/take.js";
import { normalizeAxis } from "../shape.js";
import { asNd, ndarray, shapeOf } from "../tensor.js";
import type { Indices, Mask, Nd, Shape, Tensor } from "../tensor.js";
import { unit } from "./draw.js";
import { checkCount } from "./key.js";
import type { Key } from "./key.js";

/** True with probability `p`, a number or an array that broadcasts to `shape`, which is that of `p` by default. */
export const bernoulli: (key: Key, p?: Tensor, shape?: Shape) => Mask = method(
  "bernoulli",
  (key, p, shape) => {
    const probability = p ?? 0.5;
    return less(unit(key, shape ?? shapeOf(probability)), getValue(probability));
  },
);

/** Whole numbers from `low` to `high` − 1. Throws ValueError unless low < high, both in 32-bit range. */
export const randint: (key: Key, shape: Shape, low: number, high: number) => Indices = method(
  "randint",
  (key, shape, low, high) => {
    if (
      !Number.isInteger(low) ||
      !Number.isInteger(high) ||
      low >= high ||
      high > 2 ** 31 ||
      low < -(2 ** 31)
    )
      throw new ValueError(
        `expected 32-bit whole numbers low < high, got ${low} and ${high}. high itself is not drawn.`,
      );
    const u = unit(key, shape);
    const out = Int32Array.from(u.data, (v) => low + Math.floor(v * (high - low)));
    return shape.length === 0 ? out[0]! : ndarray(out, shape.slice());
  },
);

export interface CategoricalOptions {
  /** The axis of `logits` that lists the categories; the last by default. */
  readonly axis?: number;
}

/**
 * A category for each entry of the other axes, with probability softmax(logits): the argmax of logits plus Gumbel noise.
 * Source: Gumbel 1954; Maddison, Tarlow & Minka 2014.
 */
export const categorical: (key: Key, logits: Tensor, options?: CategoricalOptions) => Indices = method(
  "categorical",
  { axis: -1 },
  (key, logits, { axis }) => {
    const shape = shapeOf(logits);
    const at = normalizeAxis(axis, shape.length);
    // −log(−log u) is the noise; u = 0 gives −∞, which never wins.
    const noise = log(neg(log(unit(key, shape))));
    return argmax(sub(getValue(logits), noise), { axis: at });
  },
);

export interface Permutation {
  (key: Key, n: number): Exclude<Indices, number>;
  (key: Key, x: Nd): Nd;
  (key: Key, x: number | Nd): Exclude<Indices, number> | Nd;
}

/** The numbers 0..n−1, or the rows of an array, in random order, by the Fisher–Yates shuffle. */
export const permutation: Permutation = method("permutation", (key, x: number | Nd) => {
  const length = typeof x === "number" ? checkCount(x) : rows(x);
  const u = unit(key, [length]).data;
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(u[i]! * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const indices = ndarray(order, [length]);
  return typeof x === "number" ? indices : asNd(take(x, indices, { axis: 0 }));
});

function rows(x: Nd): number {
  const [n] = shapeOf(x);
  if (n !== undefined) return n;
  throw new ShapeError("expected an array of rank 1 or more, got rank 0. Give a count or an array of rows.");
}

/** Random choices: masks, whole numbers, categories, orders. Plain arrays, in no graph. */
import { getValue } from "@ndgrad/core";
import ndarray from "ndarray";
import { ShapeError, ValueError } from "../errors.js";
import { checked } from "../options.js";
import { neg, sub } from "../primitives/elementwise/arithmetic.js";
import { argmax } from "../primitives/reduce/positions.js";
import { less } from "../primitives/elementwise/comparison.js";
import { log } from "../primitives/elementwise/exponential.js";
import { take } from "../ops/index/take.js";
import { normalizeAxis } from "../shape.js";
import { asNd, shapeOf } from "../tensor.js";
import type { Indices, Mask, Nd, Shape, Tensor } from "../tensor.js";
import { unit } from "./draw.js";
import { checkCount } from "./key.js";
import type { Key } from "./key.js";

/** True with probability `p` (a number, or an array that broadcasts to `shape`, its own by default). */
export function bernoulli(key: Key, p: Tensor = 0.5, shape: Shape = shapeOf(p, "bernoulli")): Mask {
  return less(unit("bernoulli", key, shape), getValue(p));
}

/** Whole numbers from `low` to `high` − 1. Throws ValueError unless low < high, both safe integers. */
export function randint(key: Key, shape: Shape, low: number, high: number): Indices {
  if (!Number.isInteger(low) || !Number.isInteger(high) || low >= high || high > 2 ** 31 || low < -(2 ** 31))
    throw new ValueError(
      `randint: expected 32-bit whole numbers low < high, got ${low} and ${high}. high itself is not drawn.`,
    );
  const u = unit("randint", key, shape);
  const out = Int32Array.from(u.data, (v) => low + Math.floor(v * (high - low)));
  return shape.length === 0 ? out[0]! : ndarray(out, shape.slice());
}

export interface CategoricalOptions {
  /** The axis of `logits` that lists the categories; the last by default. */
  readonly axis?: number;
}

/**
 * A category per entry of the other axes, with probability softmax(logits): the largest of logits plus Gumbel noise.
 * Source: Gumbel 1954; Maddison, Tarlow & Minka 2014.
 */
export function categorical(key: Key, logits: Tensor, options: CategoricalOptions = {}): Indices {
  const { axis = -1 } = checked("categorical", options, ["axis"]);
  const shape = shapeOf(logits, "categorical");
  const at = normalizeAxis("categorical", axis, shape.length);
  // −log(−log u) is the noise; u = 0 gives −∞, which never wins.
  const noise = log(neg(log(unit("categorical", key, shape))));
  return argmax(sub(getValue(logits), noise), { axis: at });
}

/** The numbers 0..n−1 in random order; or the rows of an array in random order. Fisher & Yates' shuffle. */
export function permutation(key: Key, n: number): Exclude<Indices, number>;
export function permutation(key: Key, x: Nd): Nd;
export function permutation(key: Key, x: number | Nd): Exclude<Indices, number> | Nd {
  const length = typeof x === "number" ? checkCount("permutation", x) : rows(x);
  const u = unit("permutation", key, [length]).data;
  const order = Int32Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(u[i]! * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  const indices = ndarray(order, [length]);
  return typeof x === "number" ? indices : asNd(take(x, indices, { axis: 0 }));
}

function rows(x: Nd): number {
  const [n] = shapeOf(x, "permutation");
  if (n !== undefined) return n;
  throw new ShapeError(
    "permutation: expected an array of rank 1 or more, got rank 0. Give a count or an array of rows.",
  );
}

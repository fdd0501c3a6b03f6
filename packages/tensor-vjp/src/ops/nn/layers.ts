/** Layers as plain functions of their parameters. */
import { method } from "../../method.js";
import { ShapeError, ValueError } from "../../errors.js";
import type { Key } from "../../random/key.js";
import { bernoulli } from "../../random/choose.js";
import { bracket, sameShape } from "../../shape.js";
import { shapeOf } from "../../tensor.js";
import type { Indices, Mask, Nd, Shaped, Tensor } from "../../tensor.js";
import { add, div, mul } from "../../primitives/elementwise/arithmetic.js";
import { asArray, sameKind } from "../../as-array.js";
import { take } from "../index/take.js";
import { softmax } from "../reduce/softmax.js";
import { matmul } from "../products/matmul.js";
import { swapaxes, transpose } from "../shape/transpose.js";
import { tril } from "../shape/triangle.js";
import { ones } from "../create/create.js";
import { where } from "../elementwise/where.js";

/** x·wᵀ + b. Shapes: x [..., in], w [out, in], b [out] → [..., out]. Throws ShapeError where they do not fit. */
export const linear: (x: Tensor, w: Tensor, b?: Tensor) => Nd = method("linear", (x, w, b) => {
  const [s, t] = [shapeOf(x), shapeOf(w)];
  if (t.length !== 2 || s.at(-1) !== t[1])
    throw new ShapeError(
      `expected x of […,in] and w of [out,in], got ${bracket(s)} and ${bracket(t)}. The last sizes must agree.`,
    );
  if (b !== undefined && !sameShape(shapeOf(b), [t[0]!]))
    throw new ShapeError(
      `expected a bias of [${t[0]}], got ${bracket(shapeOf(b))}. It has one entry for each output.`,
    );
  const y = matmul(x, transpose(w));
  return asArray(b === undefined ? y : add(y, b));
});

/** The rows of `weights` at `indices`. Shapes: [count, d] and [...n] → [...n, d]. Throws IndexError for an index out of range. */
export const embedding: (weights: Tensor, indices: Indices) => Nd = method("embedding", (weights, indices) =>
  asArray(take(weights, indices, { axis: 0 })),
);

export interface Dropout {
  <X extends Tensor>(key: Key, x: X, options?: { readonly rate?: number }): Shaped<X>;
  readonly name: string;
}

/**
 * x with each entry set to 0 with probability `rate` and the others divided by 1 − rate. Shapes: kept. The same key drops
 * the same entries. Throws ValueError unless 0 ≤ rate < 1. Source: Srivastava et al. 2014.
 */
export const dropout: Dropout = method("dropout", { rate: 0.5 }, (key, x, { rate }) => {
  if (!(rate >= 0 && rate < 1))
    throw new ValueError(
      `expected a rate from 0 to below 1, got ${rate}. It is the fraction that is dropped.`,
    );
  const isKept = bernoulli(key, 1 - rate, shapeOf(x));
  return sameKind(x, where(isKept, div(x, 1 - rate), 0));
});

export interface AttentionOptions {
  /** True where a query may attend to a key: [..., queries, keys], broadcast. */
  readonly mask?: Mask | undefined;
  /** Query i attends to keys 0 … i only. */
  readonly causal?: boolean | undefined;
}

/**
 * softmax(q·kᵀ/√d)·v. Shapes: q [..., m, d], k [..., n, d], v [..., n, e] → [..., m, e]. A query that may attend to no key
 * gives NaN. Throws ShapeError where they do not fit. Source: Vaswani et al. 2017.
 */
export const attention: (q: Tensor, k: Tensor, v: Tensor, options?: AttentionOptions) => Nd = method(
  "attention",
  { mask: undefined, causal: false },
  (q, k, v, { mask, causal }) => {
    const [s, t, u] = [shapeOf(q), shapeOf(k), shapeOf(v)];
    const isMatrix = Math.min(s.length, t.length, u.length) > 1;
    if (!isMatrix || s.at(-1) !== t.at(-1) || t.at(-2) !== u.at(-2))
      throw new ShapeError(
        `expected q […,m,d], k […,n,d] and v […,n,e], got ${[s, t, u].map(bracket).join(", ")}. ` +
          `Queries and keys must have equal width, and each key one value.`,
      );
    let scores: Tensor = mul(matmul(q, swapaxes(k, -1, -2)), 1 / Math.sqrt(s.at(-1)!));
    if (mask !== undefined) scores = where(mask, scores, -Infinity);
    if (causal) {
      const [m, n] = shapeOf(scores).slice(-2) as [number, number];
      scores = where(tril(ones([m, n])), scores, -Infinity);
    }
    return asArray(matmul(softmax(scores), v));
  },
);

/** The loss of classifiers. */
import { ArgumentError, ShapeError, ValueError } from "../../errors.js";
import { method } from "../../method.js";
import { bracket, normalizeAxis, sameShape } from "../../shape.js";
import { isNd, ndarray, shapeOf } from "../../tensor.js";
import type { Indices, Nd, Tensor } from "../../tensor.js";
import { mul, neg } from "../../primitives/elementwise/arithmetic.js";
import { squeeze } from "../shape/dimensions.js";
import { arrayItem } from "../index/items.js";
import type { IntegerArray } from "../index/expression.js";
import { takeAlongAxis } from "../index/take.js";
import { logSoftmax } from "../reduce/softmax.js";
import { mean } from "../reduce/mean.js";
import { sum } from "../reduce/sum.js";

/** How the losses of the rows are reduced. */
export type Reduction = "mean" | "sum" | "none";

export interface CrossEntropyOptions {
  readonly reduction?: Reduction;
  /** The axis of the classes; the last by default. */
  readonly axis?: number;
}

/** Gives a number, unless `reduction` asks for each row's loss. */
export interface CrossEntropyOp {
  (
    logits: Tensor,
    target: Nd | Indices | IntegerArray,
    options: CrossEntropyOptions & { readonly reduction: "none" },
  ): Tensor;
  (logits: Tensor, target: Nd | Indices | IntegerArray, options?: CrossEntropyOptions): number;
  (logits: Tensor, target: Nd | Indices | IntegerArray, options?: CrossEntropyOptions): Tensor;
}

/**
 * −Σ target · log softmax(logits), from scores before softmax. `target` is the class number of each row, or a distribution
 * over the classes in the shape of the logits. Shapes: [n, classes] and [n] or [n, classes] → number, or [n] without
 * reduction. Throws ShapeError where they do not fit, IndexError for a class out of range.
 */
export const crossEntropy: CrossEntropyOp = method(
  "crossEntropy",
  { reduction: "mean", axis: -1 },
  (logits, target, { reduction, axis }) => {
    const shape = shapeOf(logits);
    const a = normalizeAxis(axis, shape.length);
    const logp = logSoftmax(logits, { axis: a });
    const losses = isNd(target) ? fromDistribution(logp, target, a) : fromLabels(logp, target, a);
    return reduceLosses(losses, reduction);
  },
);

function fromDistribution(logp: Nd, target: Nd, axis: number): Tensor {
  if (sameShape(shapeOf(logp), shapeOf(target))) return neg(sum(mul(target, logp), { axis }));
  throw misfit(logp, shapeOf(target));
}

function fromLabels(logp: Nd, target: Indices | IntegerArray, axis: number): Tensor {
  const labels = arrayItem(typeof target === "number" ? [target] : target);
  if (labels === undefined)
    throw new ArgumentError(
      "expected class numbers or a distribution, got neither. Use an Int32Array or an ndarray.",
    );
  const rows = shapeOf(logp).filter((_, i) => i !== axis);
  if (typeof target !== "number" && !sameShape(labels.shape, rows)) throw misfit(logp, labels.shape);
  const column = ndarray(labels.values, rows.toSpliced(axis, 0, 1));
  return neg(squeeze(takeAlongAxis(logp, column, { axis }), { axis }));
}

function misfit(logp: Nd, got: readonly number[]): ShapeError {
  return new ShapeError(
    `expected one class per row, or a distribution over classes, for logits ${bracket(shapeOf(logp))}, got ${bracket(got)}. ` +
      `Give one label for each row.`,
  );
}

/** Losses reduced as `reduction` says. Throws ValueError for an unknown reduction. */
export function reduceLosses(losses: Tensor, reduction: Reduction): Tensor {
  switch (reduction) {
    case "none":
      return losses;
    case "sum":
      return sum(losses);
    case "mean":
      return mean(losses);
  }
  // Plain JavaScript may pass anything.
  throw new ValueError(
    `expected reduction "mean", "sum" or "none", got ${String(reduction)}. Check the spelling.`,
  );
}

/** Losses of predictions against targets. */
import { ValueError } from "../../errors.js";
import { method } from "../../method.js";
import type { Tensor } from "../../tensor.js";
import { abs } from "../../primitives/elementwise/absolute.js";
import { add, mul, neg, square, sub } from "../../primitives/elementwise/arithmetic.js";
import { lessEqual } from "../../primitives/elementwise/comparison.js";
import { reduceLosses } from "./cross-entropy.js";
import type { Reduction } from "./cross-entropy.js";
import { softplus } from "../elementwise/softplus.js";
import { xlogy } from "../../primitives/special/entropy.js";
import { where } from "../elementwise/where.js";

export interface LossOptions {
  /** The mean of all entries (default), their sum, or each. */
  readonly reduction?: Reduction | undefined;
}

export interface HuberOptions extends LossOptions {
  /** Where the loss turns from quadratic to linear, 1 by default. */
  readonly delta?: number | undefined;
}

/** Gives a number, unless `reduction` asks for each entry's loss. */
export interface LossOp<O extends LossOptions = LossOptions> {
  (x: Tensor, y: Tensor, options?: O & { readonly reduction?: "mean" | "sum" | undefined }): number;
  (x: Tensor, y: Tensor, options?: O): Tensor;
}

/** A `LossOp` of log-probabilities and probabilities. */
export interface DivergenceOp {
  (logq: Tensor, p: Tensor, options?: { readonly reduction?: "mean" | "sum" | undefined }): number;
  (logq: Tensor, p: Tensor, options?: LossOptions): Tensor;
}

/**
 * (x − y)². Shapes: broadcast, then reduced to a number unless `reduction` is "none". Throws ShapeError where shapes do not
 * broadcast, ValueError for an unknown reduction.
 */
export const mseLoss: LossOp = loss("mseLoss", "mean", (x, y) => square(sub(x, y)));

/** |x − y|; derivative 0 at x = y. Shapes and errors as for `mseLoss`. */
export const l1Loss: LossOp = loss("l1Loss", "mean", (x, y) => abs(sub(x, y)));

/**
 * d²/2 for |d| ≤ delta, else delta·(|d| − delta/2), with d = x − y. Shapes and errors as for `mseLoss`; ValueError unless
 * delta > 0. Source: Huber 1964.
 */
export const huberLoss: LossOp<HuberOptions> = method(
  "huberLoss",
  { reduction: "mean", delta: 1 },
  (x, y, { reduction, delta }) => {
    if (!(delta > 0))
      throw new ValueError(`expected delta above 0, got ${delta}. Below it the loss is quadratic.`);
    const d = sub(x, y);
    const size = abs(d);
    const far = mul(delta, sub(size, 0.5 * delta));
    return reduceLosses(where(lessEqual(size, delta), mul(0.5, square(d)), far), reduction);
  },
);

/** −y log σ(x) − (1 − y) log(1 − σ(x)) for logits x, accurate for large |x| too. Shapes and errors as for `mseLoss`. */
export const bceWithLogits: LossOp = loss("bceWithLogits", "mean", (x, y) =>
  // softplus(x) − x·y is shorter, but cancels to no digits where a large logit is right.
  add(mul(y, softplus(neg(x))), mul(sub(1, y), softplus(x))),
);

/**
 * Σ p (log p − logq), the Kullback–Leibler divergence of p from the distribution with log-probabilities `logq`. Summed
 * unless `reduction` says otherwise; 0 where p is 0, with derivative −∞ in p. Shapes and errors as for `mseLoss`.
 */
export const klDiv: DivergenceOp = loss("klDiv", "sum", (logq, p) => sub(xlogy(p, p), mul(p, logq)));

function loss(name: string, usual: Reduction, each: (x: Tensor, y: Tensor) => Tensor): LossOp {
  const op: LossOp = method(name, { reduction: usual }, (x, y, { reduction }) =>
    reduceLosses(each(x, y), reduction),
  );
  return op;
}

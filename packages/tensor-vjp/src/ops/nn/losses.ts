/** Losses of predictions against targets. */
import { checked } from "../../options.js";
import type { Tensor } from "../../tensor.js";
import { abs } from "../absolute.js";
import { mul, square, sub } from "../arithmetic.js";
import { lessEqual } from "../comparison.js";
import { reduced } from "../cross-entropy.js";
import type { Reduction } from "../cross-entropy.js";
import { softplus } from "../sigmoid.js";
import { xlogy } from "../special/entropy.js";
import { where } from "../where.js";

export interface LossOptions {
  /** The mean of all entries (default), their sum, or each. */
  readonly reduction?: Reduction | undefined;
}

/** (x − y)². Shapes: broadcast, then reduced to a number unless `reduction` is "none". */
export function mseLoss(x: Tensor, y: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = "mean" } = checked("mseLoss", options, ["reduction"]);
  return reduced(square(sub(x, y)), reduction);
}

/** |x − y|; derivative 0 at x = y. Shapes as for `mseLoss`. */
export function l1Loss(x: Tensor, y: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = "mean" } = checked("l1Loss", options, ["reduction"]);
  return reduced(abs(sub(x, y)), reduction);
}

/** d²/2 for |d| ≤ delta, else delta·(|d| − delta/2), with d = x − y. Shapes as for `mseLoss`. Source: Huber 1964. */
export function huberLoss(
  x: Tensor,
  y: Tensor,
  options: LossOptions & { readonly delta?: number } = {},
): Tensor {
  const { reduction = "mean", delta = 1 } = checked("huberLoss", options, ["reduction", "delta"]);
  const d = sub(x, y);
  const size = abs(d);
  const far = mul(delta, sub(size, 0.5 * delta));
  return reduced(where(lessEqual(size, delta), mul(0.5, square(d)), far), reduction);
}

/** −y log σ(x) − (1 − y) log(1 − σ(x)) for logits x, as softplus(x) − x·y. Shapes as for `mseLoss`. */
export function bceWithLogits(x: Tensor, y: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = "mean" } = checked("bceWithLogits", options, ["reduction"]);
  return reduced(sub(softplus(x), mul(x, y)), reduction);
}

/** Σ p (log p − logq): how far the distribution with logarithms `logq` is from p. Summed unless `reduction` says otherwise. */
export function klDiv(logq: Tensor, p: Tensor, options: LossOptions = {}): Tensor {
  const { reduction = "sum" } = checked("klDiv", options, ["reduction"]);
  return reduced(sub(xlogy(p, p), mul(p, logq)), reduction);
}

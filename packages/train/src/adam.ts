/** Steps scaled by running means of the gradient and of its square. */
import { add, div, mul, sqrt, square, sub, zerosLike } from "@ndgrad/tensor-vjp";
import type { Optimizer } from "./optimizer.js";
import { mapTree } from "./tree.js";

export interface AdamOptions {
  readonly learningRate?: number;
  /** Decay of the running mean of the gradient, and of its square. */
  readonly beta1?: number;
  readonly beta2?: number;
  /** Added to the root of the mean square, so that the step stays bounded. */
  readonly eps?: number;
  /** Decoupled weight decay (AdamW): p shrinks by learningRate·weightDecay·p before each step. */
  readonly weightDecay?: number;
}

/** Adam, or AdamW with `weightDecay`. Sources: Kingma & Ba 2015; Loshchilov & Hutter 2019. */
export function adam({
  learningRate = 1e-3,
  beta1 = 0.9,
  beta2 = 0.999,
  eps = 1e-8,
  weightDecay = 0,
}: AdamOptions = {}): Optimizer {
  return {
    init: (params) => {
      const zeros = mapTree((p) => zerosLike(p), params);
      return { step: 0, trees: [zeros, zeros] };
    },
    update(grads, { step, trees: [mean = grads, meanSquare = grads] }, params) {
      const t = step + 1;
      const m = mapTree((mi, g) => add(mul(beta1, mi), mul(1 - beta1, g)), mean, grads);
      const v = mapTree((vi, g) => add(mul(beta2, vi), mul(1 - beta2, square(g))), meanSquare, grads);
      const [rate, scale] = [learningRate / (1 - beta1 ** t), 1 / (1 - beta2 ** t)];
      const decayed =
        weightDecay === 0 ? params : mapTree((p) => mul(1 - learningRate * weightDecay, p), params);
      const stepped = mapTree(
        (p, mi, vi) => sub(p, div(mul(rate, mi), add(sqrt(mul(scale, vi)), eps))),
        decayed,
        m,
        v,
      );
      return [stepped, { step: t, trees: [m, v] }];
    },
  };
}

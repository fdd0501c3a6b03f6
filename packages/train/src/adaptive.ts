/** Steps divided by the root of a running (RMSProp) or total (Adagrad) sum of squared gradients. */
import { add, div, mul, sqrt, square, sub, zerosLike } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import type { Optimizer } from "./optimizer.js";
import { mapTree } from "./tree.js";

export interface RmspropOptions {
  readonly learningRate: number;
  /** Decay of the running mean of the squared gradient. */
  readonly decay?: number;
  readonly eps?: number;
  /** The initial value of the running mean. */
  readonly initial?: number;
}

/** RMSProp: v ← decay·v + (1 − decay)·g², then p ← p − lr·g / (√v + eps). Source: Hinton 2012, lecture 6e. */
export function rmsprop({ learningRate, decay = 0.99, eps = 1e-8, initial = 0 }: RmspropOptions): Optimizer {
  return adaptive(learningRate, eps, initial, (v, g) => add(mul(decay, v), mul(1 - decay, square(g))));
}

export interface AdagradOptions {
  readonly learningRate: number;
  readonly eps?: number;
}

/** Adagrad: v ← v + g², then p ← p − lr·g / (√v + eps). Source: Duchi, Hazan & Singer 2011. */
export function adagrad({ learningRate, eps = 1e-10 }: AdagradOptions): Optimizer {
  return adaptive(learningRate, eps, 0, (v, g) => add(v, square(g)));
}

/** An optimiser that divides each step by √v + eps, where `next` updates v from the gradient. */
function adaptive(
  learningRate: number,
  eps: number,
  initial: number,
  next: (v: Tensor, g: Tensor) => Tensor,
): Optimizer {
  return {
    init: (params) => ({ step: 0, trees: [mapTree((p) => add(zerosLike(p), initial), params)] }),
    update(grads, { step, trees: [squares = grads] }, params) {
      const v = mapTree(next, squares, grads);
      const stepped = mapTree(
        (p, g, vi) => sub(p, div(mul(learningRate, g), add(sqrt(vi), eps))),
        params,
        grads,
        v,
      );
      return [stepped, { step: step + 1, trees: [v] }];
    },
  };
}

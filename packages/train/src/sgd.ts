/** Gradient descent, with or without momentum. */
import { add, mul, sub, zerosLike } from "@ndgrad/tensor-vjp";
import type { Optimizer } from "./optimizer.js";
import { mapTree } from "./tree.js";

export interface SgdOptions {
  readonly learningRate: number;
  /** The factor that the velocity keeps from step to step; 0 for plain descent. */
  readonly momentum?: number;
  /** The fraction of the gradient that is not added to the velocity. */
  readonly dampening?: number;
  /** Use the gradient plus the next velocity as the step (Nesterov's momentum). */
  readonly nesterov?: boolean;
}

/**
 * Gradient descent: v ← momentum·v + (1 − dampening)·g, then p ← p − lr·v; with `nesterov`, p ← p − lr·(g +
 * momentum·v).
 * Source: Polyak 1964; Sutskever et al. 2013.
 */
export function sgd({ learningRate, momentum = 0, dampening = 0, nesterov = false }: SgdOptions): Optimizer {
  if (momentum === 0)
    return {
      init: () => ({ step: 0, trees: [] }),
      update: (grads, { step }, params) => [
        mapTree((p, g) => sub(p, mul(learningRate, g)), params, grads),
        { step: step + 1, trees: [] },
      ],
    };
  return {
    init: (params) => ({ step: 0, trees: [mapTree((p) => zerosLike(p), params)] }),
    update(grads, { step, trees: [velocity = grads] }, params) {
      const v = mapTree((vi, g) => add(mul(momentum, vi), mul(1 - dampening, g)), velocity, grads);
      const along = nesterov ? mapTree((vi, g) => add(g, mul(momentum, vi)), v, grads) : v;
      return [mapTree((p, d) => sub(p, mul(learningRate, d)), params, along), { step: step + 1, trees: [v] }];
    },
  };
}

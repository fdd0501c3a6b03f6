/** How a step of training ends: as the other engines do it, parameters are written in place. */
import { axpy, toBackend, withGrad } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";

const RATE = 0.1;

/** A step of plain gradient descent from `start`; gives the loss before it. */
export function descent(start: readonly Nd[], loss: (params: Nd[]) => number): () => number {
  const params = start.map(toBackend);
  const step = withGrad(loss, (gradient, p) => p.forEach((x, i) => axpy(-RATE, gradient[i]!, x)));
  return () => step(params)[0];
}

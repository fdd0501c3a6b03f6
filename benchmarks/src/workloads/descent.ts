/** How a step of training ends: parameters are overwritten by new ones, and nothing in between outlasts the step. */
import { mul, scoped, sub, toBackend, valueAndGrad } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";

const RATE = 0.1;

/** A step of plain gradient descent from `start`; gives the loss before it. */
export function descent(start: readonly Nd[], loss: (params: Nd[]) => number): () => number {
  // They stay where the kernels read them.
  const params = start.map((x) => toBackend(x));
  const step = scoped((p: Nd[]): [number, Nd[]] => {
    const [value, gradient] = valueAndGrad(loss)(p);
    return [value, p.map((x, i) => sub(x, mul(RATE, gradient[i]!)))];
  });
  return () => {
    const [value, next] = step(params);
    params.forEach(({ data, offset }, i) => data.set(next[i]!.data, offset));
    return value;
  };
}

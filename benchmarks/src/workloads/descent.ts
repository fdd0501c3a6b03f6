/** How a step of training ends: parameters are replaced by new ones, and nothing in between outlasts the step. */
import { mul, scoped, sub, valueAndGrad } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";

const RATE = 0.1;

/** A step of plain gradient descent from `start`; gives the loss before it. */
export function descent(start: readonly Nd[], loss: (params: Nd[]) => number): () => number {
  let params: Nd[] = [...start];
  const step = scoped((p: Nd[]): [number, Nd[]] => {
    const [value, gradient] = valueAndGrad(loss)(p);
    return [value, p.map((x, i) => sub(x, mul(RATE, gradient[i]!)))];
  });
  return () => {
    const [value, next] = step(params);
    params = next;
    return value;
  };
}

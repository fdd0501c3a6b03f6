/** A training step: new parameters replace the old ones, and intermediate results don't outlast the step. */
import { mul, scoped, sub, valueAndGrad } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";

const RATE = 0.1;

/**
 * A function that takes one step of plain gradient descent, beginning at `start`, and returns the loss before the step.
 */
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

/** A quadratic to descend, and the steps that an optimiser takes on it, in plain numbers. */
import { array, toArray } from "@ndgrad/tensor-vjp";
import type { Nd } from "@ndgrad/tensor-vjp";
import type { Optimizer } from "@ndgrad/train";

export const start: readonly number[] = [1.5, -0.7, 0.2];
const curvature = [1, 4, 0.25];

/** The gradient of ½ Σ c·p². */
export const slope = (p: readonly number[]): number[] => p.map((v, i) => curvature[i]! * v);

/** The parameters after each of `steps` steps. */
export function trajectory(optimizer: Optimizer, steps: number): number[][] {
  let params = array(start);
  let state = optimizer.init(params);
  return Array.from({ length: steps }, () => {
    const grads = array(slope(listed(params)));
    [params, state] = optimizer.update(grads, state, params);
    return listed(params);
  });
}

/** The same for a method written as a loop over single parameters: `step` gives the next value of the i-th. */
export function expected(
  steps: number,
  step: (p: number, g: number, i: number, t: number) => number,
): number[][] {
  let params = [...start];
  return Array.from({ length: steps }, (_, k) => {
    const grads = slope(params);
    params = params.map((p, i) => step(p, grads[i]!, i, k + 1));
    return params;
  });
}

/** Equal up to the order in which products are taken. */
export function expectClose(got: readonly (readonly number[])[], want: readonly (readonly number[])[]): void {
  expect(got.length).toBe(want.length);
  got.forEach((row, t) => row.forEach((v, i) => expect(v).toBeCloseTo(want[t]![i]!, 13)));
}

function listed(x: Nd): number[] {
  return toArray(x) as number[];
}

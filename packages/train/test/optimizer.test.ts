/** What holds for every optimiser: a pair of pure functions over trees. */
import { array, grad, mul, sub, sum, toArray } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { adagrad, adam, rmsprop, sgd } from "@ndgrad/train";
import type { Optimizer } from "@ndgrad/train";
import { trajectory } from "./trajectory.js";

const all: readonly (readonly [string, Optimizer])[] = [
  ["sgd", sgd({ learningRate: 0.1 })],
  ["momentum", sgd({ learningRate: 0.1, momentum: 0.9 })],
  ["nesterov", sgd({ learningRate: 0.1, momentum: 0.9, nesterov: true })],
  ["adam", adam({ learningRate: 0.1 })],
  ["adamw", adam({ learningRate: 0.1, weightDecay: 0.01 })],
  ["rmsprop", rmsprop({ learningRate: 0.1 })],
  ["adagrad", adagrad({ learningRate: 0.1 })],
];

describe.each(all)("%s", (_name, optimizer) => {
  test("writes to nothing that it is given, and gives nothing that shares storage with it", () => {
    const [params, grads] = [{ w: array([1, -2, 3]) }, { w: array([0.5, 0.25, -1]) }];
    const state = optimizer.init(params);
    const before = JSON.stringify([params, grads, state]);
    const [next, after] = optimizer.update(grads, state, params);
    optimizer.update(grads, after, next);
    expect(JSON.stringify([params, grads, state])).toBe(before);
    const buffers = [params, grads, next, ...after.trees].map(({ w }) => w.data.buffer);
    expect(new Set(buffers).size).toBe(buffers.length);
  });

  test("counts its steps, and gives the same step for the same state", () => {
    const params = { w: array([1, 2]), b: 3 };
    const grads = { w: array([0.1, -0.2]), b: 1 };
    const [once, state] = optimizer.update(grads, optimizer.init(params), params);
    expect(state.step).toBe(1);
    expect(optimizer.update(grads, state, once)[1].step).toBe(2);
    expect(optimizer.update(grads, state, once)).toEqual(optimizer.update(grads, state, once));
  });

  test("moves each parameter of a tree as it would alone", () => {
    const [apart] = optimizer.update({ w: 2 }, optimizer.init({ w: 1 }), { w: 1 });
    const params = { deep: [{ w: 1 }, { b: array([[1, 1]]) }] };
    const [next] = optimizer.update(
      { deep: [{ w: 2 }, { b: array([[2, 2]]) }] },
      optimizer.init(params),
      params,
    );
    expect(next.deep[0]!.w).toBe(apart.w);
    expect(toArray(next.deep[1]!.b as Nd)).toEqual([[apart.w, apart.w]]);
  });

  test("comes nearer to the bottom of a bowl", () => {
    const norm = (p: readonly number[]): number => Math.hypot(...p);
    const path = trajectory(optimizer, 60);
    expect(norm(path.at(-1)!)).toBeLessThan(0.5 * norm(path[0]!));
  });

  test("refuses gradients of another tree", () => {
    const params = { w: 1, b: 2 };
    const grads = { w: 1 } as typeof params;
    expect(() => optimizer.update(grads, optimizer.init(params), params)).toThrow(
      "optimiser: expected an object with keys w, b at tree, got an object",
    );
  });

  test("can be differentiated through: the loss after a step, in the parameters before it", () => {
    const target = array([0.3, -0.4]);
    const loss = (w: Tensor): number => sum(mul(0.5, mul(sub(w, target), sub(w, target))));
    const after = (w: Nd): number => {
      const [next] = optimizer.update({ w: grad(loss)(w) }, optimizer.init({ w }), { w });
      return loss(next.w);
    };
    const w = array([1.1, 0.7]);
    const g = toArray(grad(after)(w)) as number[];
    // Central differences, whose error is of the order h².
    const h = 1e-5;
    g.forEach((slope, i) => {
      const at = (step: number): number => after(array([1.1, 0.7].map((v, k) => (k === i ? v + step : v))));
      expect(slope).toBeCloseTo((at(h) - at(-h)) / (2 * h), 6);
    });
  });
});

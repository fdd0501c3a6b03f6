import { adam } from "@ndgrad/train";
import type { AdamOptions } from "@ndgrad/train";
import { expectClose, expected, slope, start, trajectory } from "./trajectory.js";

/** The updates that PyTorch documents for Adam, and for AdamW where parameters decay. */
function byPyTorch(steps: number, options: Required<AdamOptions>): number[][] {
  const { learningRate, beta1, beta2, eps, weightDecay } = options;
  const [m, v] = [
    [0, 0, 0],
    [0, 0, 0],
  ];
  return expected(steps, (p, g, i, t) => {
    const decayed = p - learningRate * weightDecay * p;
    m[i] = beta1 * m[i]! + (1 - beta1) * g;
    v[i] = beta2 * v[i]! + (1 - beta2) * g * g;
    const [mean, square] = [m[i] / (1 - beta1 ** t), v[i] / (1 - beta2 ** t)];
    return decayed - (learningRate * mean) / (Math.sqrt(square) + eps);
  });
}

const defaults = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0 };

test.each<AdamOptions>([
  {},
  { learningRate: 0.05 },
  { learningRate: 0.05, beta1: 0.8, beta2: 0.95, eps: 1e-3 },
  { learningRate: 0.05, weightDecay: 0.1 },
])("steps are those of PyTorch's formulas: %j", (options) => {
  expectClose(trajectory(adam(options), 8), byPyTorch(8, { ...defaults, ...options }));
});

test("the first step has the length of the learning rate, whatever the gradient", () => {
  const [first] = trajectory(adam({ learningRate: 0.01, eps: 0 }), 1);
  expectClose([first!], [start.map((p, i) => p - 0.01 * Math.sign(slope(start)[i]!))]);
});

test("weight decay shrinks parameters that have no gradient", () => {
  const optimizer = adam({ learningRate: 0.1, weightDecay: 0.5 });
  const [next] = optimizer.update({ w: 0 }, optimizer.init({ w: 2 }), { w: 2 });
  expect(next.w).toBeCloseTo(2 * (1 - 0.05), 15);
});

test("the state counts steps and keeps a running mean of the gradient and of its square", () => {
  const optimizer = adam({ beta1: 0.5, beta2: 0.75 });
  const state = optimizer.init({ w: 1 });
  expect(state).toEqual({ step: 0, trees: [{ w: 0 }, { w: 0 }] });
  expect(optimizer.update({ w: 4 }, state, { w: 1 })[1]).toEqual({ step: 1, trees: [{ w: 2 }, { w: 4 }] });
});

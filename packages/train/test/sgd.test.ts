import { sgd } from "@ndgrad/train";
import { expectClose, expected, slope, start, trajectory } from "./trajectory.js";

test("plain descent on a quadratic shrinks each parameter by 1 − lr·curvature a step", () => {
  const rates = [1 - 0.1, 1 - 0.4, 1 - 0.025];
  const byHand = Array.from({ length: 5 }, (_, t) => start.map((p, i) => p * rates[i]! ** (t + 1)));
  expectClose(trajectory(sgd({ learningRate: 0.1 }), 5), byHand);
});

test.each([
  { momentum: 0.9, dampening: 0, nesterov: false },
  { momentum: 0.8, dampening: 0.5, nesterov: false },
  { momentum: 0.9, dampening: 0, nesterov: true },
])("momentum follows the update that PyTorch documents: %j", ({ momentum, dampening, nesterov }) => {
  // PyTorch's first velocity is the gradient itself; ours is (1 − dampening) of it, as in HIPS autograd.
  const velocity = [0, 0, 0];
  const want = expected(6, (p, g, i) => {
    velocity[i] = momentum * velocity[i]! + (1 - dampening) * g;
    return p - 0.05 * (nesterov ? g + momentum * velocity[i] : velocity[i]);
  });
  expectClose(trajectory(sgd({ learningRate: 0.05, momentum, dampening, nesterov }), 6), want);
});

test("the first step of momentum is that of plain descent", () => {
  const [first] = trajectory(sgd({ learningRate: 0.1, momentum: 0.9 }), 1);
  expectClose([first!], [start.map((p, i) => p - 0.1 * slope(start)[i]!)]);
});

test("plain descent keeps no trees, momentum keeps one", () => {
  expect(sgd({ learningRate: 1 }).init({ w: 1, b: 2 })).toEqual({ step: 0, trees: [] });
  expect(sgd({ learningRate: 1, momentum: 0.5 }).init({ w: 1, b: 2 })).toEqual({
    step: 0,
    trees: [{ w: 0, b: 0 }],
  });
});

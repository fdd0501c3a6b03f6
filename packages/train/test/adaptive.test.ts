import { adagrad, rmsprop } from "@ndgrad/train";
import { expectClose, expected, slope, start, trajectory } from "./trajectory.js";

test.each([
  { learningRate: 0.01, decay: 0.99, eps: 1e-8, initial: 0 },
  { learningRate: 0.05, decay: 0.9, eps: 1e-3, initial: 1 },
])("rmsprop divides by the root of the running mean of squares: %j", (options) => {
  const { learningRate, decay, eps, initial } = options;
  const mean = [initial, initial, initial];
  const want = expected(6, (p, g, i) => {
    mean[i] = decay * mean[i]! + (1 - decay) * g * g;
    return p - (learningRate * g) / (Math.sqrt(mean[i]) + eps);
  });
  expectClose(trajectory(rmsprop(options), 6), want);
});

test("rmsprop's defaults are PyTorch's: decay 0.99, eps 1e-8, from 0", () => {
  const defaults = rmsprop({ learningRate: 0.01, decay: 0.99, eps: 1e-8, initial: 0 });
  expect(trajectory(rmsprop({ learningRate: 0.01 }), 3)).toEqual(trajectory(defaults, 3));
});

test("adagrad divides by the root of the sum of all squares so far", () => {
  const total = [0, 0, 0];
  const want = expected(6, (p, g, i) => {
    total[i]! += g * g;
    return p - (0.1 * g) / (Math.sqrt(total[i]!) + 1e-10);
  });
  expectClose(trajectory(adagrad({ learningRate: 0.1 }), 6), want);
});

test("adagrad's first step has the length of the learning rate", () => {
  const [first] = trajectory(adagrad({ learningRate: 0.1, eps: 0 }), 1);
  expectClose([first!], [start.map((p, i) => p - 0.1 * Math.sign(slope(start)[i]!))]);
});

test("a parameter that never had a gradient stays where it is", () => {
  for (const optimizer of [adagrad({ learningRate: 0.1 }), rmsprop({ learningRate: 0.1 })]) {
    const [next] = optimizer.update({ w: 0 }, optimizer.init({ w: 3 }), { w: 3 });
    expect(next).toEqual({ w: 3 });
  }
});

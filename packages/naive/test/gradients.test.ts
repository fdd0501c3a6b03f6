import { array, elementwise, Var } from "@ndgrad/naive";
import { differences, expectClose, gradients, uniform } from "./differences.js";

/** Central differences with h = 1e-5 are good to about 1e-10; slopes here are of size 1 to 10. */
const differenceError = 1e-8;

describe("gradients agree with differences:", () => {
  const shapes: [number[], number[]][] = [
    [
      [2, 3],
      [2, 3],
    ],
    [[2, 3], [3]],
    [[2, 1], [3]],
    [[], [2, 2]],
    [
      [4, 1, 2],
      [3, 1],
    ],
  ];

  test.each(shapes)("add, sub, mul, div broadcasting %j with %j", (x, y) => {
    const weight = uniform([], 9);
    for (const op of ["add", "sub", "mul", "div"] as const) {
      // sin makes the derivative by each result different, so that no misplaced entry goes unnoticed.
      const f = (a: Var, b: Var) => a[op](b).add(weight).sin().sum();
      const inputs = [uniform(x, 1), uniform(y, 2, 0.5, 2)] as const;
      expectClose(gradients(f, ...inputs), differences(f, ...inputs), differenceError);
    }
  });

  test.each([undefined, 0, 1, 2, -1, -3])("sum and mean along axis %s", (axis) => {
    for (const op of ["sum", "mean"] as const) {
      const f = (x: Var) => x[op](axis).sin().sum();
      const x = uniform([2, 3, 4], 3);
      expectClose(gradients(f, x), differences(f, x), differenceError);
    }
  });

  test("matmul and transpose", () => {
    const f = (a: Var, b: Var) => a.matmul(b.transpose()).sin().sum();
    const inputs = [uniform([2, 3], 4), uniform([4, 3], 5)] as const;
    expectClose(gradients(f, ...inputs), differences(f, ...inputs), differenceError);
  });

  test("a two-layer network with a softmax loss", () => {
    const [x, labels] = [
      uniform([5, 3], 6),
      array([
        [1, 0],
        [0, 1],
        [0, 1],
        [1, 0],
        [0, 1],
      ]),
    ];
    const loss = (w1: Var, b1: Var, w2: Var, b2: Var) => {
      const logits = new Var(x).matmul(w1).add(b1).tanh().matmul(w2).add(b2);
      return logits.exp().sum(1).log().sub(logits.mul(labels).sum(1)).mean();
    };
    const inputs = [uniform([3, 4], 7), uniform([4], 8), uniform([4, 2], 9), uniform([2], 10)] as const;
    expectClose(gradients(loss, ...inputs), differences(loss, ...inputs), differenceError);
  });

  test("an op made with elementwise, of three operands", () => {
    const lerp = (x: Var, y: Var, t: Var) =>
      elementwise("lerp", [x, y, t], (x, y, t) => x + t * (y - x), [
        (_x, _y, t) => 1 - t,
        (_x, _y, t) => t,
        (x, y) => y - x,
      ]);
    const f = (x: Var, y: Var, t: Var) => lerp(x, y, t).sin().sum();
    const inputs = [uniform([2, 3], 11), uniform([3], 12), uniform([2, 1], 13)] as const;
    expectClose(gradients(f, ...inputs), differences(f, ...inputs), differenceError);
  });
});

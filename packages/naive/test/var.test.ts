import ndarray from "ndarray";
import { array, list, Var } from "@ndgrad/naive";
import { expectClose, gradients, uniform } from "./differences.js";

describe("elementwise slopes", () => {
  // Wherever possible, the closed forms are written differently from those in the source.
  test.each<[string, (x: Var) => Var, (x: number) => number]>([
    ["neg", (x) => x.neg(), () => -1],
    ["pow(3)", (x) => x.pow(3), (x) => 3 * x * x],
    ["pow(-2)", (x) => x.pow(-2), (x) => -2 / (x * x * x)],
    ["pow(0.5)", (x) => x.pow(0.5), (x) => 0.5 / Math.sqrt(x)],
    ["exp", (x) => x.exp(), (x) => Math.E ** x],
    ["log", (x) => x.log(), (x) => 1 / x],
    ["sin", (x) => x.sin(), (x) => Math.sin(x + Math.PI / 2)],
    ["cos", (x) => x.cos(), (x) => Math.cos(x + Math.PI / 2)],
    ["tanh", (x) => x.tanh(), (x) => 1 - Math.tanh(x) ** 2],
    ["sigmoid", (x) => x.sigmoid(), (x) => Math.exp(x) / (1 + Math.exp(x)) ** 2],
    ["relu", (x) => x.relu(), () => 1],
    ["add itself", (x) => x.add(x), () => 2],
    ["sub a constant", (x) => x.sub(5), () => 1],
    ["mul itself", (x) => x.mul(x), (x) => 2 * x],
    ["div into 1", (x) => new Var(1).div(x), (x) => -1 / (x * x)],
  ])("%s has its textbook derivative", (_, op, slope) => {
    for (const x of [0.1, 0.7, 1, 2.5]) expectClose(gradients(op, x), [slope(x)], 1e-14);
  });

  test("relu is flat below 0, and at 0 by convention", () => {
    expect(gradients((x) => x.relu().sum(), array([-2, -0, 0, 3]))).toEqual([[0, 0, 0, 1]]);
  });

  test("relu passes NaN on instead of hiding it", () => {
    expect(new Var(NaN).relu().value).toBeNaN();
  });

  test("x^0 and x^1 have slopes at 0", () => {
    expect(gradients((x) => x.pow(0), 0)).toEqual([0]);
    expect(gradients((x) => x.pow(1), 0)).toEqual([1]);
    expect(gradients((x) => x.pow(2), 0)).toEqual([0]);
  });

  test("the slopes of tanh and sigmoid keep their digits far out", () => {
    // For large x, tanh' = 4 e^−2x and sigmoid' = e^−x, to a relative e^−x; 1 − tanh² would give 0 at 20.
    expect(gradients((x) => x.tanh(), 20)[0]).toBeCloseTo(4 * Math.exp(-40), 30);
    const [slope] = gradients((x) => x.sigmoid(), 40);
    expect(Number(slope) / Math.exp(-40)).toBeCloseTo(1, 14);
    for (const x of [1000, -1000]) {
      expect(gradients((x) => x.tanh(), x)).toEqual([0]);
      expect(gradients((x) => x.sigmoid(), x)).toEqual([0]);
    }
  });
});

describe("values", () => {
  test("reductions drop the axis that they sum over", () => {
    const x = new Var(
      array([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    );
    expect(x.sum().value).toBe(21);
    expect(list(x.sum(0).value)).toEqual([5, 7, 9]);
    expect(list(x.sum(-1).value)).toEqual([6, 15]);
    expect(x.mean().value).toBe(3.5);
    expect(list(x.mean(0).value)).toEqual([2.5, 3.5, 4.5]);
    expect(new Var(7).sum().value).toBe(7);
  });

  test("an empty sum is 0 and an empty mean is NaN", () => {
    const empty = new Var(array([]));
    expect(empty.sum().value).toBe(0);
    expect(empty.mean().value).toBeNaN();
  });

  test("an operand that broadcasts to nothing has gradient 0", () => {
    expect(gradients((x, y) => x.mul(y).sum(), array([3]), array([]))).toEqual([[0], []]);
  });

  test("a strided view is differentiated as the array that it shows", () => {
    const data = Float64Array.of(0, 1, 2, 3, 4, 5);
    const view = ndarray(data, [2, 3]).transpose(1, 0).step(-1, 1);
    expect(gradients((x) => x.mul(x).sum(), view)).toEqual([
      [
        [4, 10],
        [2, 8],
        [0, 6],
      ],
    ]);
    expect([...data]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("before backward every gradient is 0, in the shape of the value", () => {
    expect(new Var(3).grad).toBe(0);
    expect(list(new Var(array([[1, 2]])).grad)).toEqual([[0, 0]]);
  });
});

describe("backward", () => {
  test("adds up over all paths that lead to a Var", () => {
    const f = (x: Var, y: Var) => x.mul(y).add(x.sin()).mul(x);
    const [x, y] = [0.8, -1.3];
    expectClose(gradients(f, x, y), [2 * x * y + Math.sin(x) + x * Math.cos(x), x * x], 1e-14);
  });

  test("visits nodes, not paths: 60 doublings have 2^60 paths", () => {
    const x = new Var(1);
    let y = x;
    for (let i = 0; i < 60; i++) y = y.add(y);
    y.backward();
    expect(x.grad).toBe(2 ** 60);
  });

  test("needs no recursion: a chain of 50,000 ops", () => {
    const x = new Var(1);
    let y = x;
    for (let i = 0; i < 50_000; i++) y = y.add(x);
    y.backward();
    expect(x.grad).toBe(50_001);
  });

  test("leaves Vars alone that the result was not made from", () => {
    const [x, y] = [new Var(2), new Var(3)];
    x.mul(y);
    x.mul(5).backward();
    expect([x.grad, y.grad]).toEqual([5, 0]);
  });

  test("gradients of two Vars share no storage with each other or with the values", () => {
    const [x, y] = [new Var(array([1, 2])), new Var(array([3, 4]))];
    const sum = x.add(y);
    sum.sum().backward();
    const storage = [x.grad, y.grad, sum.grad, x.value, y.value].map((v) =>
      typeof v === "number" ? v : v.data,
    );
    expect(new Set(storage).size).toBe(5);
  });

  test("refuses an array, which has no single derivative", () => {
    expect(() => new Var(array([1, 2])).backward()).toThrow(
      new RangeError("backward: expected a number, got shape [2]. Take its sum()."),
    );
  });

  test("an op on shapes that don't fit says so when it is called", () => {
    const x = new Var(uniform([2, 3], 1));
    expect(() => x.add(uniform([2], 2))).toThrow("add: expected shapes that broadcast, got [2,3] and [2].");
    expect(() => x.matmul(x)).toThrow("matmul: expected [m,k] and [k,n], got [2,3] and [2,3].");
    expect(() => x.sum(2)).toThrow("sum: expected an axis of shape [2,3], got 2.");
  });
});

describe("what this approach gets wrong, as the README explains", () => {
  test("two losses of one Var add up, until someone sets grad back", () => {
    const w = new Var(array([1, 2]));
    const loss = () => w.mul(w).sum();
    loss().backward();
    loss().backward();
    expect(list(w.grad)).toEqual([4, 8]); // twice the gradient [2, 4]
    w.grad = 0;
    loss().backward();
    expect(list(w.grad)).toEqual([2, 4]);
  });

  test("backward twice on one graph passes on what is stale in the middle: 3 times the gradient, not 2", () => {
    const x = new Var(2);
    const y = x.mul(x).mul(1);
    y.backward();
    y.backward();
    expect(x.grad).toBe(3 * 4);
  });

  test("a gradient has no graph, so there is no second derivative", () => {
    const x = new Var(2);
    x.pow(3).backward();
    expect(x.grad).toBe(12);
    expect(new Var(x.grad).children).toEqual([]);
  });
});

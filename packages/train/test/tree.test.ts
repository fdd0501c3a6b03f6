import { add, array, grad, mul, sum, toArray } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { mapTree, sgd } from "@ndgrad/train";

test("the result has the structure of the first tree, and what is not a tensor passes through", () => {
  const tree = { w: [1, 2], name: "layer", off: null };
  const other = { w: [10, 20], name: "other", off: null };
  expect(mapTree((x, y) => add(x, y), tree, other)).toEqual({ w: [11, 22], name: "layer", off: null });
});

test("arrays are mapped whole", () => {
  const { w } = mapTree((x) => mul(2, x), { w: array([[1, 2]]) });
  expect(toArray(w)).toEqual([[2, 4]]);
});

test("keys are matched by name, whatever their order", () => {
  const params = { w: 1, b: { c: 2 } };
  const others = { b: { c: 20 }, w: 10 };
  expect(mapTree((x, y) => add(x, y), params, others)).toEqual({ w: 11, b: { c: 22 } });
  const sum = sgd({ learningRate: 1 }).update(others, sgd({ learningRate: 1 }).init(params), params)[0];
  expect(sum).toEqual({ w: -9, b: { c: -18 } });
});

test("a tree of another structure, or of other shapes, is refused with its path", () => {
  const missing = { w: 1 } as { w: number; b: number };
  expect(() => mapTree((x) => x, { w: 1, b: 2 }, missing)).toThrow(
    "optimiser: expected an object with keys w, b at tree, got an object",
  );
  expect(() => mapTree((x, g) => add(x, g), { w: array([1, 2]) }, { w: 3 })).toThrow(
    "optimiser: expected [2], got a number. Give it the form of its counterpart.",
  );
});

test("a map can be differentiated through", () => {
  const g = grad((x: Tensor) => sum(mapTree((p) => mul(p, p), { x }).x))(array([1, 2, 3]));
  expect(toArray(g as Nd)).toEqual([2, 4, 6]);
});

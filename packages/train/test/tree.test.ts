import { add, array, grad, mul, sum, toArray } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { mapTree } from "@ndgrad/train";

test("the result has the structure of the first tree, and what is not a tensor passes through", () => {
  const tree = { w: [1, 2], name: "layer", off: null };
  const other = { w: [10, 20], name: "other", off: null };
  expect(mapTree((x, y) => add(x, y), tree, other)).toEqual({ w: [11, 22], name: "layer", off: null });
});

test("arrays are mapped whole", () => {
  const { w } = mapTree((x) => mul(2, x), { w: array([[1, 2]]) });
  expect(toArray(w)).toEqual([[2, 4]]);
});

test("a tree of another number of tensors is refused", () => {
  expect(() => mapTree((x) => x, { w: 1, b: 2 }, { w: 1 } as { w: number; b: number })).toThrow(
    "optimiser: expected trees of 2 tensors, got one of 1. Pass the gradients and the state of these parameters.",
  );
});

test("a map can be differentiated through", () => {
  const g = grad((x: Tensor) => sum(mapTree((p) => mul(p, p), { x }).x))(array([1, 2, 3]));
  expect(toArray(g as Nd)).toEqual([2, 4, 6]);
});

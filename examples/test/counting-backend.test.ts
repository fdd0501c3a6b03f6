import { reference } from "@ndgrad/kernels";
import { conformance } from "@ndgrad/kernels/conformance";
import { array, grad, matmul, square, sum, tanh, toArray, withBackend } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import { countCalls } from "../src/counting-backend.js";

const x = array([[1, 2], [3, 4]]); // prettier-ignore
const loss = (w: Tensor): number => sum(square(tanh(matmul(x, w))));

test("a partial backend sees the calls of values and gradients, and changes no result", () => {
  const { backend, calls } = countCalls(reference, ["matmul", "tanh", "sum", "add"]);
  const w = array([0.1, -0.2]);
  const expected = toArray(withBackend({}, () => grad(loss)(w)));
  expect(toArray(withBackend(backend, () => grad(loss)(w)))).toEqual(expected);
  // One product forward and one back; the slope of tanh is another kernel.
  expect(calls).toEqual({ matmul: 2, tanh: 1, sum: 1, add: 0 });
});

test("it conforms", () => {
  const { backend } = countCalls(reference, ["sum", "add"]);
  for (const { run } of conformance(backend)) run();
});

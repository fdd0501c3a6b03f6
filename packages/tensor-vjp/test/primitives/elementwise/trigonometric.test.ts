import { acos, asin, atanh, elementwiseGrad } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";

// asin'' = x/(1 − x²)^(3/2), acos'' = −asin'', atanh'' = 2x/(1 − x²)²: near 0 multiples of x, where differences of slopes cancel.
test.each([
  ["asin", asin, (x: number) => x / (1 - x * x) ** 1.5],
  ["acos", acos, (x: number) => -x / (1 - x * x) ** 1.5],
  ["atanh", atanh, (x: number) => (2 * x) / (1 - x * x) ** 2],
] as const)("the second derivative of %s keeps its digits near 0 and near 1", (_name, f, want) => {
  const second = elementwiseGrad(elementwiseGrad((x: Tensor) => f(x)));
  for (const x of [1e-300, 1e-12, -1e-8, 1e-3, -0.3, 0.9, 1 - 2 ** -20])
    expect(Math.abs((second(x) as number) / want(x) - 1)).toBeLessThan(1e-9);
  expect(second(0)).toBeCloseTo(0, 300);
});

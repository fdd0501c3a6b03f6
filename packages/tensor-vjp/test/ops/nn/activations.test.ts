import { array, div, grad, jvp, sum, toArray } from "@ndgrad/tensor-vjp";
import * as nn from "@ndgrad/tensor-vjp/nn";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { expectDerivatives, random } from "../directions.js";

test("selu keeps mean 0 and variance 1 of normal numbers, what its constants are for", () => {
  // Trapezoids on [−12, 12] meet the integrals of such smooth halves to about h².
  const h = 1 / 512;
  let [mean, square] = [0, 0];
  for (let z = -12; z <= 12; z += h) {
    const density = (h * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    mean += nn.selu(z) * density;
    square += nn.selu(z) ** 2 * density;
  }
  expect(Math.abs(mean)).toBeLessThan(1e-6);
  expect(Math.abs(square - 1)).toBeLessThan(1e-6);
});

test("mish and softsign are their formulas, and finite far out", () => {
  for (const x of [-3, -0.5, 0, 0.7, 4]) {
    expect(nn.mish(x)).toBeCloseTo(x * Math.tanh(Math.log1p(Math.exp(x))), 14);
    expect(nn.softsign(x)).toBeCloseTo(x / (1 + Math.abs(x)), 14);
  }
  expect([nn.mish(-1000), nn.mish(1000), nn.softsign(-1e300)]).toEqual([-0, 1000, -1]);
  expect([grad((x: number) => nn.mish(x))(1000), grad((x: number) => nn.softsign(x))(0)]).toEqual([1, 1]);
});

test("hardtanh and relu6 keep within their bounds, with derivative 0 on them, and let NaN through", () => {
  expect(toArray(nn.hardtanh(array([-2, -1, 0.5, 1, 2, NaN])))).toEqual([-1, -1, 0.5, 1, 1, NaN]);
  expect(toArray(nn.relu6(array([-1, 3, 7, NaN])))).toEqual([0, 3, 6, NaN]);
  expect([-2, -1, 0.5, 1, 2].map((x) => grad((z: number) => nn.hardtanh(z))(x))).toEqual([0, 0, 1, 0, 0]);
  expect([0, 3, 6].map((x) => grad((z: number) => nn.relu6(z))(x))).toEqual([0, 1, 0]);
  expect(nn.hardtanh(5, { max: 4 })).toBe(4);
  expect(() => nn.hardtanh(0, { min: 1 })).toThrow(
    "hardtanh: expected min below max, got 1 and 1. Swap them.",
  );
});

test("glu multiplies one half with the sigmoid of the other, along any axis", () => {
  expect(toArray(nn.glu(array([[3, 5, 0, 0]])))).toEqual([[1.5, 2.5]]);
  expect(toArray(nn.glu(array([[3, 5], [0, 0]]), { axis: 0 }))).toEqual([[1.5, 2.5]]); // prettier-ignore
  expect(() => nn.glu(array([1, 2, 3]))).toThrow(
    "glu: expected an even size along axis 0, got [3]. It is split in half.",
  );
});

test("relu has no second derivative, however large what comes back is", () => {
  const slopes = (x: Tensor): Tensor => grad((y: Tensor) => sum(nn.relu(y)))(x);
  const x = array([-1, 1]);
  expect(toArray(grad((z: Tensor) => sum(div(1, slopes(z))))(x))).toEqual([0, 0]);
  expect(toArray(jvp(slopes, [x], [array([Infinity, NaN])])[1])).toEqual([0, 0]);
});

test("activations have derivatives to second order", () => {
  const x = random([2, 4], 1) as Nd;
  for (const f of [nn.mish, nn.selu, nn.softsign, nn.hardtanh, nn.relu6, nn.glu])
    expectDerivatives((z) => f(z), x);
});

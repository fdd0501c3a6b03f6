import { add, array, grad, mean, mul, ones, square, sum, toArray, transpose, variance, zeros } from "@ndgrad/tensor-vjp"; // prettier-ignore
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { batchNorm, cosineSimilarity, layerNorm, normalize } from "@ndgrad/tensor-vjp/nn";
import { expectDerivatives, random, strided } from "../directions.js";

const flat = (x: Tensor): number[] => [toArray(x)].flat(4) as number[];
function expectClose(got: Tensor, want: Tensor | readonly number[]): void {
  const wants = Array.isArray(want) ? (want as number[]) : flat(want as Tensor);
  expect(flat(got)).toHaveLength(wants.length);
  flat(got).forEach((v, i) => expect(v).toBeCloseTo(wants[i]!, 13));
}

test("layers are normalised to mean 0 and variance 1 over their axes, then scaled and shifted", () => {
  const x = random([4, 3, 5], 1) as Nd;
  const y = layerNorm(x, { axis: [1, 2], eps: 0 });
  expectClose(mean(y, { axis: [1, 2] }), [0, 0, 0, 0]);
  expectClose(variance(y, { axis: [1, 2] }), [1, 1, 1, 1]);
  expectClose(layerNorm(strided(x), { axis: [-1, 1], eps: 0 }), y);
  const [weight, bias] = [random([3, 5], 2), random([3, 5], 3)];
  expectClose(layerNorm(x, { axis: [1, 2], eps: 0, weight, bias }), add(mul(y, weight), bias));
  // (1, 3) has mean 2 and variance 1.
  expectClose(layerNorm(array([1, 3]), { eps: 3 }), [-0.5, 0.5]);
});

test("a constant layer is 0, with a finite slope", () => {
  expect(toArray(layerNorm(array([2, 2])))).toEqual([0, 0]);
  // Away from the constant the slope is the centred cotangent over √eps.
  const slope = grad((x: Nd) => sum(mul(layerNorm(x, { eps: 0.25 }), array([1, 0]))))(array([2, 2]));
  expect(toArray(slope)).toEqual([1, -1]);
});

test("batches are normalised for each channel, by their own statistics or by given ones", () => {
  const x = random([4, 3, 5, 2], 1) as Nd;
  const over = { axis: [0, 2, 3] };
  const y = batchNorm(x, { eps: 0 });
  expectClose(mean(y, over), [0, 0, 0]);
  expectClose(variance(y, over), [1, 1, 1]);
  const running = { mean: mean(x, over), variance: variance(x, over) };
  expectClose(batchNorm(x, { eps: 0, running }), y);
  const other = { mean: array([1, 2]), variance: array([3, 8]) };
  const scaled = batchNorm(array([[3, 5]]), { eps: 1, running: other, weight: array([1, 2]), bias: array([0, 10]) }); // prettier-ignore
  expectClose(scaled, [1, 12]);
  // With given statistics an entry depends on itself only.
  const slope = grad((z: Nd) => sum(square(batchNorm(z, { eps: 1, running: other }))))(array([[3, 5]]));
  expectClose(slope, [1, 2 / 3]);
});

test("normalize gives vectors of norm 1, and leaves 0", () => {
  expectClose(normalize(array([[3, 4], [0, 0]])), [0.6, 0.8, 0, 0]); // prettier-ignore
  expectClose(normalize(array([[3, 4], [1, 4]]), { axis: 0, ord: 1 }), [0.75, 0.5, 0.25, 0.5]); // prettier-ignore
  // Below eps the divisor is eps: the slope is 1/eps, not NaN.
  expect(toArray(grad((x: Nd) => sum(normalize(x, { eps: 0.5 })))(zeros([2])))).toEqual([2, 2]);
});

test("the cosine is of the vectors that x and y broadcast to", () => {
  expectClose(cosineSimilarity(array([1, 0]), array([1, 1])), [Math.SQRT1_2]);
  const rows = array([[1, 2, 3], [1, 1, 1]]); // prettier-ignore
  const along = [6 / Math.sqrt(3 * 14), 1];
  expectClose(cosineSimilarity(array([[1], [1]]), rows), along);
  expectClose(cosineSimilarity(1, rows), along);
  // Axis 0 is that of the shape [3, 2] they broadcast to, which the vector itself lacks.
  expectClose(cosineSimilarity(array([1, 1]), transpose(rows), { axis: 0 }), along);
});

test("normalisations have derivatives to second order in all arguments", () => {
  expectDerivatives((x, weight, bias) => layerNorm(x, { weight, bias }), random([2, 3], 1), random([3], 2), random([3], 3)); // prettier-ignore
  expectDerivatives((x, weight, bias) => batchNorm(x, { weight, bias }), random([3, 2, 2], 4), random([2], 5), random([2], 6)); // prettier-ignore
  expectDerivatives((x) => normalize(x), random([2, 3], 7));
  expectDerivatives((x, y) => cosineSimilarity(x, y), random([2, 3], 8), random([3], 9));
});

test("weights, statistics and batches of other shapes are refused", () => {
  const x = ones([2, 3]);
  expect(() => layerNorm(x, { weight: ones([2]) })).toThrow("layerNorm: expected weight and bias of [3], got [2]. Their sizes must be those of their axes.");
  expect(() => batchNorm(x, { bias: ones([2]) })).toThrow("batchNorm: expected weight and bias of [3], got [2].");
  expect(() => batchNorm(x, { running: { mean: ones([2]), variance: ones([3]) } })).toThrow("batchNorm: expected running statistics of [3], got [2].");
  expect(() => batchNorm(ones([3]))).toThrow("batchNorm: expected x of [n,c,…], got [3]. Channels are axis 1.");
  expect(() => layerNorm(x, { axis: 2 })).toThrow("layerNorm: expected an axis from -2 to 1, got 2.");
  expect(() => cosineSimilarity(ones([2]), x)).toThrow("cosineSimilarity: expected shapes that broadcast, got [2] and [2,3].");
}); // prettier-ignore

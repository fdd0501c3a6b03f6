import { array, kron, matmul, ones } from "@ndgrad/tensor-vjp";
import { expectDerivatives, listed, random, strided } from "../directions.js";

test("kron lays out blocks: every entry of the first times all of the second", () => {
  expect(listed(kron(array([[1, 2], [3, 4]]), array([[1, 10]])))).toEqual([[1, 10, 2, 20], [3, 30, 4, 40]]); // prettier-ignore
  expect(listed(kron(array([1, 2]), array([1, 10])))).toEqual([1, 10, 2, 20]);
});

test("arrays of fewer axes get axes of size 1 in front", () => {
  expect(listed(kron(array([1, 10]), array([[1], [2]])))).toEqual([[1, 10], [2, 20]]); // prettier-ignore
  expect(kron(ones([2, 1, 3]), ones([2, 2]))).toHaveProperty("shape", [2, 2, 6]);
  expect(kron(3, 4)).toBe(12);
  expect(kron(ones([2, 0]), 2)).toHaveProperty("shape", [2, 0]);
});

test("(A ⊗ B)(C ⊗ D) = AC ⊗ BD", () => {
  const [a, b, c, d] = [random([2, 3], 1), random([2, 2], 2), random([3, 2], 3), random([2, 3], 4)];
  const [got, want] = [matmul(kron(a, b), kron(c, d)), kron(matmul(a, c), matmul(b, d))].map(listed) as number[][][]; // prettier-ignore
  got!.flat().forEach((v, i) => expect(v).toBeCloseTo(want!.flat()[i]!, 13));
});

test("kron has derivatives in three dimensions, of strided arrays, and of numbers", () => {
  expectDerivatives(kron, random([2, 1, 2], 5), random([1, 3, 2], 6));
  expectDerivatives(kron, strided(array([[1, -2], [0.5, 3]])), random([3], 7)); // prettier-ignore
  expectDerivatives(kron, 2, random([2], 8));
});

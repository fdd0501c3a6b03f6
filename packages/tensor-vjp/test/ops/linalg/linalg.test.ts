import { add, array, at, grad, hvp, jvp, mul, sub, sum, toArray } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import {
  det,
  eigvalsh,
  inv,
  lu,
  norm,
  pinv,
  qr,
  slogdet,
  solve,
  svd,
  svdvals,
} from "@ndgrad/tensor-vjp/linalg";

const flat = (x: Tensor): number[] => [toArray(x)].flat(3) as number[];
function expectClose(got: Tensor, want: readonly number[], digits = 10): void {
  flat(got).forEach((v, i) => expect(v).toBeCloseTo(want[i]!, digits));
  expect(flat(got)).toHaveLength(want.length);
}

/** The determinant of a 3 × 3 matrix as the polynomial that it is. */
function polynomial(a: Tensor): Tensor {
  const e = (i: number, j: number): Tensor => at(a, [i, j]);
  const minor = (j: number, k: number): Tensor => sub(mul(e(1, j), e(2, k)), mul(e(1, k), e(2, j)));
  return add(sub(mul(e(0, 0), minor(1, 2)), mul(e(0, 1), minor(0, 2))), mul(e(0, 2), minor(0, 1)));
}

test.each([
  ["regular", [[2, 1, 0.5], [-1, 3, 0.2], [0.3, -0.7, 1.5]]],
  ["of rank 2", [[1, 2, 3], [4, 5, 6], [7, 8, 9]]],
  ["of rank 1", [[1, 2, 3], [2, 4, 6], [-1, -2, -3]]],
  ["of rank 0", [[0, 0, 0], [0, 0, 0], [0, 0, 0]]],
])("det of a matrix %s has the derivatives of the polynomial, to third order", (_rank, rows) => {
  const a = array(rows);
  const [t, u] = [array([[1, -1, 2], [0.5, 0, 1], [3, 1, -2]]), array([[0, 1, 1], [2, -1, 0], [1, 1, 0.5]])];
  const [d, p] = [det, polynomial] as ((x: Tensor) => number)[] as [(x: Tensor) => number, (x: Tensor) => number];
  expectClose(grad(d)(a), flat(grad(p)(a)));
  expectClose(hvp(d)(a, t), flat(hvp(p)(a, t)));
  const third = (f: (x: Tensor) => number): Tensor => jvp((x: Tensor) => hvp(f)(x, t), [a], [u])[1];
  expectClose(third(d), flat(third(p)));
  expectClose(grad((x: Tensor) => sum(mul(u, hvp(d)(x, t))))(a), flat(third(p)));
}); // prettier-ignore

test("equal eigenvalues and singular values have finite derivatives where only the values are used", () => {
  const unit = array([[1, 0], [0, 1]]); // prettier-ignore
  const weights = array([1, 1]);
  expectClose(grad((a: Tensor) => sum(mul(weights, eigvalsh(a))))(unit), [1, 0, 0, 1]);
  expectClose(grad((a: Tensor) => sum(mul(weights, svdvals(a))))(unit), [1, 0, 0, 1]);
});

test("the norm is 0 with derivative 0 at 0, and its second derivative away from 0 is right", () => {
  expectClose(grad((x: Tensor) => norm(x) as number)(array([0, 0])), [0, 0]);
  // ∇²‖x‖ = (I − x xᵀ/‖x‖²)/‖x‖ at (3, 4).
  expectClose(hvp((x: Tensor) => norm(x) as number)(array([3, 4]), array([1, 0])), [16 / 125, -12 / 125]);
});

test("what is wrong with a matrix is said, with its shape and what to do", () => {
  const wide = array([[1, 2, 3], [4, 5, 6]]); // prettier-ignore
  const singular = array([[1, 2], [2, 4]]); // prettier-ignore
  expect(() => inv(wide)).toThrow("inv: expected square matrices, got [2,3]. The last two sizes must agree.");
  expect(() => solve(singular, array([1, 2]))).toThrow("solve: expected matrices that can be inverted, got a singular one.");
  expect(() => solve(inv(array([[1, 2], [3, 4]])), array([1, 2, 3]))).toThrow("solve: expected right-hand sides of 2 rows, got [3] for matrices [2,2].");
  expect(() => norm(wide, { ord: 3 })).toThrow('norm: expected an order for matrices, got 3.');
  expect(() => qr(wide, { mode: "full" as "r" })).toThrow('qr: expected mode "reduced", "complete" or "r", got full.');
  expect(slogdet(singular)).toEqual([0, -Infinity]);
  expectClose(pinv(singular), [0.04, 0.08, 0.08, 0.16]);
}); // prettier-ignore

test("the values of a full svd of a matrix that is not square have a gradient, though its vectors have none", () => {
  const wide = array([[3, 0, 0], [0, 2, 0]]); // prettier-ignore
  expectClose(grad((a: Tensor) => sum(svd(a)[1]))(wide), [1, 0, 0, 0, 1, 0]);
  expect(() => grad((a: Tensor) => sum(svd(a)[2]))(wide)).toThrow("svd: expected fullMatrices: false for derivatives of vectors");
}); // prettier-ignore

test("the permutation of lu does not move: its gradient is 0", () => {
  expectClose(grad((a: Tensor) => sum(mul(lu(a)[0], array([[1, 2], [3, 4]]))))(array([[1, 2], [3, 4]])), [0, 0, 0, 0]);
}); // prettier-ignore

test("a stack of matrices and one that broadcasts to it are solved as if it were repeated", () => {
  const [a, b] = [array([[2, 1], [1, 3]]), array([[[1], [2]], [[3], [4]]])];
  const [sols, ga] = [solve(a, b), grad((x: Tensor) => sum(solve(x, b)))(a)];
  expectClose(sols, [...flat(solve(a, array([[1], [2]]))), ...flat(solve(a, array([[3], [4]])))]);
  const [g1, g2] = [[[1], [2]], [[3], [4]]].map((r) => flat(grad((x: Tensor) => sum(solve(x, array(r))))(a)));
  expectClose(ga, g1!.map((v, i) => v + g2![i]!));
}); // prettier-ignore

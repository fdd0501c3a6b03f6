/** Complex arrays as trees: every transform takes them, and gradients in both conventions agree with the book. */
import {
  array,
  ArgumentError,
  grad,
  hvp,
  jvp,
  mul,
  ShapeError,
  square,
  sum,
  toArray,
  vjp,
  vmap,
} from "@ndgrad/tensor-vjp";
import * as c from "@ndgrad/tensor-vjp/complex";
import { Complex, complex, gradComplex, holomorphicGrad } from "@ndgrad/tensor-vjp/complex";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";

const listed = (z: Complex): unknown =>
  [z.re, z.im].map((x: Tensor) => (typeof x === "number" ? x : toArray(x)));

const z = complex(array([1, -2]), array([0.5, 3]));
const power = (w: Complex): number => sum(c.real(c.mul(w, c.conj(w))));

test("the gradient of Σ|z|² is 2z, and 2·conj(z) in autograd's convention", () => {
  expect(listed(grad(power)(z))).toEqual([[2, -4], [1, 6]]); // prettier-ignore
  expect(listed(gradComplex(power)(z))).toEqual([[2, -4], [-1, -6]]); // prettier-ignore
});

test("pull multiplies by the conjugate of f', a tangent by f'", () => {
  // f = (2 + i)z: g·conj(f') for g = 1 + 3i is (1 + 3i)(2 − i) = 5 + 5i, and t·f' is (1 + 3i)(2 + i) = −1 + 7i.
  const f = (w: Complex): Complex => c.mul(w, new Complex(2, 1));
  const t = new Complex(1, 3);
  expect(listed(vjp(f, new Complex(0.5, 0.5))[1](t)[0])).toEqual([5, 5]);
  expect(listed(jvp(f, [new Complex(0.5, 0.5)], [t])[1])).toEqual([-1, 7]);
});

test("of a function that is not holomorphic, both parts of the gradient count", () => {
  // L = x²y at 3 + 2i: ∂L/∂x = 2xy = 12, ∂L/∂y = x² = 9.
  const f = (w: Complex): number => sum(mul(square(c.real(w)), c.imag(w)));
  expect(listed(grad(f)(new Complex(3, 2)))).toEqual([12, 9]);
  expect(listed(gradComplex(f)(new Complex(3, 2)))).toEqual([12, -9]);
});

test("holomorphicGrad of an array gives every partial derivative", () => {
  // f = z₀²z₁: 2z₀z₁ and z₀².
  const f = (w: Complex): Complex => c.mul(c.square(c.at(w, 0)), c.at(w, 1));
  const d = holomorphicGrad(f)(z);
  const [z0, z1] = [c.at(z, 0), c.at(z, 1)];
  const want = c.stack([c.mul(2, c.mul(z0, z1)), c.square(z0)]);
  expect(listed(d)).toEqual(listed(want));
});

test("a real argument of holomorphicGrad is moved off the real axis too", () => {
  // d/dz e^(iz) = i e^(iz), at 0: i.
  const f = (w: Complex): Complex => c.exp(c.mul(w, new Complex(0, 1)));
  expect(listed(holomorphicGrad(f)(0))).toEqual([0, 1]);
});

test("hvp and vmap take complex arrays", () => {
  expect(listed(hvp(power)(z, z))).toEqual([[2, -4], [1, 6]]); // prettier-ignore
  const rows = complex(array([[1, 2], [3, 4]]), array([[0, 1], [1, 0]])); // prettier-ignore
  const sums = vmap((w: Complex) => c.sum(c.mul(c.exp(w), new Complex(0, 1))))(rows);
  const one = (i: number): Complex => c.sum(c.mul(c.exp(c.at(rows, i)), new Complex(0, 1)));
  expect(listed(sums)).toEqual(listed(c.stack([one(0), one(1)])));
});

test("matmul multiplies as the real matrix [[re, −im], [im, re]] does", () => {
  const a = complex(array([[1, 2], [0, 1]]), array([[0, 1], [3, -1]])); // prettier-ignore
  expect(listed(c.matmul(a, complex(array([1, 2]), array([1, 0]))))).toEqual([[5, -1], [3, 1]]); // prettier-ignore
  expect(listed(c.vdot(complex(1, 2), complex(3, -1)))).toEqual([1, -7]);
});

test("real arrays stand for themselves plus 0i", () => {
  expect(listed(c.add(array([1, 2]), new Complex(0, 1)))).toEqual([[1, 2], [1, 1]]); // prettier-ignore
  expect(listed(c.mul(array([1, 2]), new Complex(2, 1)))).toEqual([[2, 4], [1, 2]]); // prettier-ignore
  expect(listed(c.div(new Complex(2, 1), 2))).toEqual([1, 0.5]);
  expect(listed(c.concatenate([z, array([7])]))).toEqual([[1, -2, 7], [0.5, 3, 0]]); // prettier-ignore
});

test("division by 0 divides both parts by 0", () => {
  expect(listed(c.div(new Complex(1, -2), new Complex(0, 0)))).toEqual([Infinity, -Infinity]);
});

test("anything that is not a complex array is refused with the remedy", () => {
  expect(() => complex(array([1, 2]), array([1, 2, 3]))).toThrow(ShapeError);
  // @ts-expect-error a list is not a tensor
  expect(() => c.exp([1, 2])).toThrow(
    "exp: expected a number or an ndarray of float64, got a JS array of 2.",
  );
  expect(() => Number(z)).toThrow(ArgumentError);
  expect(String(z)).toBe("complex [2]");
});

test("types: parts are numbers for a complex number, and ndarrays for an array", () => {
  const number: number = c.real(c.sum(z));
  const part: Nd = c.imag(c.mul(z, z));
  expect([number, part.shape]).toEqual([-1, [2]]);
  expect(() => grad((w: Complex) => c.abs(w))(z)).toThrow("grad: expected a loss that is one real number");
});

/** Fourier transforms against their definition, their theorems, and each other. */
import { add, array, AxisError, grad, mul, square, sub, sum, ValueError, vmap } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import * as c from "@ndgrad/tensor-vjp/complex";
import { Complex, complex } from "@ndgrad/tensor-vjp/complex";
import { fft, fft2, fftfreq, fftn, fftshift, ifft, ifftn, ifftshift, irfft, irfftn, rfft, rfftfreq, rfftn } from "@ndgrad/tensor-vjp/fft"; // prettier-ignore
import { expectDerivatives, listed, random, strided } from "../directions.js";

const drawn = (shape: readonly number[], seed: number): Complex<Nd> =>
  complex(random(shape, seed) as Nd, random(shape, seed + 1) as Nd);

function expectClose(got: Complex | Tensor, want: Complex | Tensor): void {
  const gap = c.sub(got, want);
  expect(gap.shape).toEqual(c.toComplex(want).shape);
  expect(Math.sqrt(sum(add(square(gap.re), square(gap.im))))).toBeLessThan(1e-14 * (1 + sum(c.abs(want))));
}

/** The matrix of the transform: e^(−2πi jk/n). */
function matrix(n: number): Complex<Nd> {
  const entries = (f: (x: number) => number): number[][] =>
    Array.from({ length: n }, (_, j) =>
      Array.from({ length: n }, (_, k) => f((2 * Math.PI * ((j * k) % n)) / n)),
    );
  return complex(array(entries(Math.cos)), array(entries((x) => -Math.sin(x))));
}

test.each([1, 2, 3, 4, 7, 12, 37])(
  "fft of length %i is the product with its matrix, ifft its inverse",
  (n) => {
    const z = drawn([n], n);
    const want = c.matmul(matrix(n), z);
    expectClose(fft(z), want);
    expectClose(fft(z, { norm: "ortho" }), c.div(want, Math.sqrt(n)));
    expectClose(fft(z, { norm: "forward" }), c.div(want, n));
    expectClose(ifft(want), z);
    expectClose(ifft(z), c.div(c.conj(c.matmul(matrix(n), c.conj(z))), n));
    expectClose(rfft(z.re), c.at(c.matmul(matrix(n), z.re), slots(Math.floor(n / 2) + 1)));
    expectClose(irfft(rfft(z.re), { n }), z.re);
  },
);

const slots = (n: number): Nd => rfftfreq(2 * n - 2 || 1, 1 / (2 * n - 2 || 1));

test("n cuts the array or pads it with zeros, along any axis", () => {
  const z = drawn([2, 5], 1);
  const columns = (x: Nd, n: number): Nd => x.hi(2, n);
  expectClose(fft(z, { n: 3 }), fft(complex(columns(z.re, 3), columns(z.im, 3))));
  expectClose(fft(complex(columns(z.re, 3), columns(z.im, 3)), { n: 5 }), fft(complex(mul(z.re, array([1, 1, 1, 0, 0])), mul(z.im, array([1, 1, 1, 0, 0]))))); // prettier-ignore
  expectClose(fft(z, { axis: 0, n: 4 }), c.transpose(fft(c.transpose(z), { n: 4 })));
});

test("along several axes it is one transform after the other", () => {
  const z = drawn([2, 3, 4], 3);
  expectClose(fft2(z), fft(fft(z, { axis: 1 }), { axis: 2 }));
  expectClose(fftn(z, { axes: [2, 0], s: [5, 2] }), fft(fft(z, { axis: 0 }), { axis: 2, n: 5 }));
  expectClose(fftn(z, { s: [3] }), fft(z, { n: 3 }));
  expectClose(ifftn(fftn(z, { norm: "ortho" }), { norm: "ortho" }), z);
  expectClose(rfftn(z.re, { axes: [2, 1] }), fft(rfft(z.re, { axis: 1 }), { axis: 2 }));
  expectClose(irfftn(rfftn(z.re), { s: [2, 3, 4] }), z.re);
});

test("the transform of a circular convolution is the product of the transforms", () => {
  const [x, y] = [array([1, 2, 0, 0]), array([3, -1, 4, 0])];
  expectClose(irfft(c.mul(rfft(x), rfft(y))), array([3, 5, 2, 8]));
});

test("the gradient of the energy of a spectrum is 2n·x, by Parseval's theorem", () => {
  const energy = (z: Complex): number => sum(square(c.abs(fft(z))));
  const z = drawn([2, 6], 5);
  expectClose(grad(energy)(z), c.mul(12, z));
});

test("the derivative of irfft does not flow into imaginary parts that are not read", () => {
  const f = (z: Complex): number => sum(mul(irfft(z), array([1, 2, 3, 4])));
  expect(listed(grad(f)(drawn([3], 1)).im)).toEqual([0, 1, 0]);
});

test("all transforms have derivatives, of strided parts too", () => {
  const of = (f: (z: Complex) => Complex | Tensor) => (re: Tensor, im: Tensor) => {
    const y = f(complex(re, im));
    return y instanceof Complex ? [y.re, y.im] : y;
  };
  const [re, im] = [random([2, 3], 1), random([2, 3], 2)] as [Nd, Nd];
  expectDerivatives(of((z) => fft(z, { norm: "ortho" })), strided(re), im); // prettier-ignore
  expectDerivatives(of((z) => ifft(z, { axis: 0, n: 3 })), re, strided(im)); // prettier-ignore
  expectDerivatives(of((z) => irfft(z, { n: 7 })), strided(re), im); // prettier-ignore
  expectDerivatives(
    of((z) => irfftn(z)),
    re,
    im,
  );
  expectDerivatives((x) => rfft(x, { n: 6 }).re, strided(re));
  expectDerivatives((x) => rfftn(x, { axes: [1, 0] }).im, re);
  expectDerivatives(of((z) => c.add(fft(c.real(z)), rfft(c.imag(z), { n: 4 }))), random([3], 1), random([3], 2)); // prettier-ignore
});

test("a part that nothing is computed from has the cotangent 0", () => {
  const x = random([5], 1) as Nd;
  // Σ Re Xⱼ = n·x₀.
  expectClose(grad((v: Tensor) => sum(fft(v).re))(x), array([5, 0, 0, 0, 0]));
  expectClose(grad((v: Tensor) => sum(rfft(v).im))(array([1, 2])), array([0, 0]));
});

test("vmap transforms each example, with one part or both per example", () => {
  const z = drawn([3, 4], 1);
  expectClose(vmap((w: Complex) => fft(w))(z), fft(z));
  expectClose(vmap((x: Tensor) => fftn(complex(x, array([1, 2, 3, 4]))))(z.re), fft(complex(z.re, array([1, 2, 3, 4])))); // prettier-ignore
  expectClose(vmap((w: Complex) => irfft(w))(z), irfft(z));
  expectClose(vmap((x: Tensor) => rfft(x, { axis: 0 }))(z.re), rfft(z.re));
});

test("fftshift puts bin 0 in the middle and ifftshift puts it back", () => {
  expect(listed(fftshift(array([0, 1, 2, 3, 4])))).toEqual([3, 4, 0, 1, 2]);
  expect(listed(fftshift(array([0, 1, 2, 3])))).toEqual([2, 3, 0, 1]);
  const z = drawn([3, 4], 1);
  expectClose(ifftshift(fftshift(z)), z);
  expectClose(
    fftshift(z, { axes: 1 }),
    complex(fftshift(z.re, { axes: [-1] }), fftshift(z.im, { axes: [-1] })),
  );
});

test("frequencies come in the order of the bins", () => {
  expect(listed(fftfreq(4, 0.5))).toEqual([0, 0.5, -1, -0.5]);
  expect(listed(fftfreq(5))).toEqual([0, 0.2, 0.4, -0.4, -0.2]);
  expect(listed(rfftfreq(4, 0.5))).toEqual([0, 0.5, 1]);
  expect(listed(rfftfreq(5))).toEqual([0, 0.2, 0.4]);
});

test("lengths, axes and norms that make no sense are refused", () => {
  const x = array([1, 2, 3]);
  expect(() => fft(array([]))).toThrow(
    new ValueError(
      "fft: expected a length of 1 or more, got 0 for an array of shape [0]. Give the length, or an array with entries.",
    ),
  );
  expect(() => fft(x, { n: 1.5 })).toThrow(ValueError);
  expect(() => irfft(array([1]))).toThrow("irfft: expected a length of 1 or more, got 0");
  expect(() => fft(x, { axis: 1 })).toThrow(AxisError);
  expect(() => fft(2)).toThrow(AxisError);
  expect(() => fft2(x)).toThrow(AxisError);
  expect(() => fftn(x, { axes: [0, -1] })).toThrow(ValueError);
  expect(() => fftn(x, { s: [2, 2], axes: [0] })).toThrow(
    "fftn: expected a length for each axis, got [2,2] for axes [0]",
  );
  expect(() => rfftn(x, { axes: [] })).toThrow("rfftn: expected an axis, got none");
  // @ts-expect-error no such norm
  expect(() => fft(x, { norm: "half" })).toThrow("fft: expected norm backward, ortho or forward, got half");
  // @ts-expect-error a complex array has no real transform
  expect(() => rfft(drawn([3], 1))).toThrow(
    "rfft: expected a number or an ndarray of float64, got a Complex",
  );
  expect(() => fftfreq(0)).toThrow(ValueError);
  expectClose(sub(x, irfft(rfft(x), { n: 3 })), array([0, 0, 0]));
});

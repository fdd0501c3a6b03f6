import { getValue } from "@ndgrad/core";
import { add, Complex, conj, exp, grad, hvp, inner, jvp, mul, scale, times, vjp } from "../src/complex.js";

const z = new Complex(0.3, -0.8);
const w = new Complex(1.1, 0.4);
const t = new Complex(-0.6, 0.9);

function expectClose(got: Complex, re: number, im: number): void {
  expect(got.re).toBeCloseTo(re, 12);
  expect(got.im).toBeCloseTo(im, 12);
}

test("a holomorphic function pushes a tangent by its derivative", () => {
  // (z·eᶻ)' = (1 + z)·eᶻ
  const [, dt] = jvp((x: Complex) => mul(x, exp(x)), [z], [t]);
  const by = mul(mul(add(new Complex(1, 0), z), exp(z)), t);
  expectClose(dt, by.re, by.im);
});

test("the gradient of |z|² is 2z, and its second derivative is 2", () => {
  const squared = (x: Complex): number => inner(x, x);
  expectClose(grad(squared)(z), 2 * z.re, 2 * z.im);
  expectClose(hvp(squared)(z, t), 2 * t.re, 2 * t.im);
});

test("real and complex values meet in one trace", () => {
  // L(c, z) = c²·Re(z̄·w): a gradient of each kind.
  const loss = (c: number, x: Complex): number => times(c, inner(scale(c, x), w));
  const [gc, gz] = grad(loss, { argnums: [0, 1] })(3, z);
  expect(gc).toBeCloseTo(2 * 3 * (z.re * w.re + z.im * w.im), 12);
  expectClose(gz, 9 * w.re, 9 * w.im);
});

test("pull and push are transposes of each other", () => {
  const f = (x: Complex): Complex => mul(exp(conj(x)), add(x, w));
  const g = new Complex(0.2, 0.7);
  const dot = (a: Complex, b: Complex): number => a.re * b.re + a.im * b.im;
  const [pulled] = vjp(f, z)[1](g);
  expect(dot(g, jvp(f, [z], [t])[1])).toBeCloseTo(dot(pulled, t), 14);
});

test("computing with the parts of a traced number throws", () => {
  expect(() => grad((x: Complex) => x.re * 2)(z)).toThrow(
    "re: expected a plain complex number, got a traced one.",
  );
  expect(grad((x: Complex) => times(getValue(x).re, inner(x, x)))(z).re).toBeCloseTo(2 * z.re * z.re, 12);
});

test("a complex result is not a loss", () => {
  // @ts-expect-error the result is complex
  expect(() => grad((x: Complex) => x)(z)).toThrow(
    "grad: expected a loss that is one real number, got a complex number.",
  );
});

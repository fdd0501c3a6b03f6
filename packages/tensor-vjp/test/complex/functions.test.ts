/** Values against mpmath; derivatives against hand formulas. */
import { readFileSync } from "node:fs";
import { array, grad, jvp } from "@ndgrad/tensor-vjp";
import * as c from "@ndgrad/tensor-vjp/complex";
import { Complex, holomorphicGrad } from "@ndgrad/tensor-vjp/complex";

type Case = readonly [args: readonly number[], expected: readonly [re: number, im: number]];
type Number = Complex<number>;

// The shape of the file is the generator's; JSON.parse cannot know it.
const fixtures = JSON.parse(
  readFileSync(new URL("./fixtures/complex.json", import.meta.url), "utf8"),
) as Record<string, readonly Case[]>;

const at = (re: number, im: number): Number => new Complex(re, im);

/** |z − w| over |w|. */
function off(z: Complex, re: number, im: number): number {
  return Math.hypot((z.re as number) - re, (z.im as number) - im) / Math.hypot(re, im);
}

const unary = { exp: c.exp, log: c.log, sqrt: c.sqrt, sin: c.sin, cos: c.cos, tan: c.tan, sinh: c.sinh, cosh: c.cosh, tanh: c.tanh, square: c.square, reciprocal: c.reciprocal }; // prettier-ignore
const binary = { mul: c.mul, div: c.div, pow: c.pow };

// A few roundings each: 2 ulps are 4.4e-16.
test.each(Object.entries(unary))("%s has the values of mpmath", (name, f) => {
  for (const [[x, y], [re, im]] of fixtures[name]!) expect(off(f(at(x!, y!)), re, im)).toBeLessThan(8e-16);
});

test.each(Object.entries(binary))("%s has the values of mpmath", (name, f) => {
  // A power is e^(w·log z), with the rounding of an exponent of some units.
  const tolerance = name === "pow" ? 4e-15 : 8e-16;
  for (const [[x, y, u, v], [re, im]] of fixtures[name]!)
    expect(off(f(at(x!, y!), at(u!, v!)), re, im)).toBeLessThan(tolerance);
});

test("the real part of log keeps its digits where |z| is near 1", () => {
  for (const [[x, y], [re]] of fixtures["log"]!)
    expect(Math.abs((c.log(at(x!, y!)).re - re) / re)).toBeLessThan(1e-15);
});

const points = [at(0.7, -1.2), at(-1.1, 0.4), at(0, 1.5), at(2, 0)];

/** f' by hand, on numbers. */
const derivatives: Readonly<
  Record<string, readonly [f: (z: Complex) => Complex, d: (z: Complex) => Complex]>
> = {
  "e^z": [c.exp, c.exp],
  "log z": [c.log, (z) => c.div(1, z)],
  "√z": [c.sqrt, (z) => c.div(0.5, c.sqrt(z))],
  "sin z": [c.sin, c.cos],
  "cos z": [c.cos, (z) => c.neg(c.sin(z))],
  "tan z": [c.tan, (z) => c.reciprocal(c.square(c.cos(z)))],
  "sinh z": [c.sinh, c.cosh],
  "cosh z": [c.cosh, c.sinh],
  "tanh z": [c.tanh, (z) => c.reciprocal(c.square(c.cosh(z)))],
  "z²": [c.square, (z) => c.mul(2, z)],
  "1/z": [c.reciprocal, (z) => c.neg(c.pow(z, -2))],
  "z³": [(z) => c.pow(z, 3), (z) => c.mul(3, c.square(z))],
  "2^z": [(z) => c.pow(2, z), (z) => c.mul(Math.LN2, c.pow(2, z))],
  "z^z": [(z) => c.pow(z, z), (z) => c.mul(c.pow(z, z), c.add(c.log(z), 1))],
  "(z + 1)/(z − 2i)": [
    (z) => c.div(c.add(z, 1), c.sub(z, at(0, 2))),
    (z) => c.div(at(-1, -2), c.square(c.sub(z, at(0, 2)))),
  ],
};

test.each(Object.entries(derivatives))(
  "the derivative of %s in both modes is that of the book",
  (_, [f, d]) => {
    for (const z of points) {
      const want = d(z);
      const [re, im] = [want.re as number, want.im as number];
      expect(off(holomorphicGrad(f)(z), re, im)).toBeLessThan(2e-15);
      // The directional derivative along 1 and along i.
      const [along1, alongI] = [at(1, 0), at(0, 1)].map((t) => jvp(f, [z], [t])[1]);
      expect(off(along1!, re, im)).toBeLessThan(2e-15);
      expect(off(alongI!, -im, re)).toBeLessThan(2e-15);
    }
  },
);

test("the second and third derivative of log are −1/z² and 2/z³", () => {
  const second = holomorphicGrad(holomorphicGrad(c.log));
  const third = holomorphicGrad(second);
  for (const z of points) {
    const [a, b] = [c.neg(c.pow(z, -2)), c.mul(2, c.pow(z, -3))];
    expect(off(second(z), a.re, a.im)).toBeLessThan(2e-15);
    expect(off(third(z), b.re, b.im)).toBeLessThan(4e-15);
  }
});

test("tanh and its derivative keep their digits far out", () => {
  // 4e^(−2z), to 1e-17 of 1/cosh² z.
  const z = at(30, 0.5);
  const want = c.mul(4, c.exp(c.mul(-2, z)));
  expect(off(holomorphicGrad(c.tanh)(z), want.re, want.im)).toBeLessThan(1e-15);
  expect(off(c.tanh(at(1000, 2)), 1, 0)).toBe(0);
});

test("powers at 0: z² has derivatives 0 and 2, z^0 the derivative 0, 0^w the derivative 0 in w", () => {
  const zero = at(0, 0);
  const squared = (z: Complex): Complex => c.pow(z, 2);
  expect(off(holomorphicGrad(holomorphicGrad(squared))(zero), 2, 0)).toBe(0);
  expect(c.abs(holomorphicGrad(squared)(zero))).toBe(0);
  expect(c.abs(holomorphicGrad((z) => c.pow(z, 0))(zero))).toBe(0);
  expect(c.abs(holomorphicGrad((w) => c.pow(0, w))(at(2, 1)))).toBe(0);
  expect(c.pow(zero, zero)).toEqual(at(1, 0));
  expect(c.pow(zero, at(-2, 0)).re).toBe(Infinity);
  expect(c.pow(zero, at(-1, 1)).re).toBeNaN();
});

test("a root on the cut is on the side that the sign of the imaginary part says", () => {
  expect(c.sqrt(at(-4, 0))).toEqual(at(0, 2));
  expect(c.sqrt(at(-4, -0))).toEqual(at(0, -2));
  expect(c.log(at(-1, -0)).im).toBe(-Math.PI);
});

test("modulus and angle have the derivative 0 at 0, and the book's elsewhere", () => {
  const modulus = (z: Complex): number => c.abs(z) as number;
  const angle = (z: Complex): number => c.angle(z) as number;
  for (const f of [modulus, angle]) expect(c.abs(grad(f)(at(0, 0)))).toBe(0);
  expect(off(grad(modulus)(at(3, -4)), 0.6, -0.8)).toBeLessThan(4e-16);
  // ∇ atan2(y, x) = (−y, x)/r².
  expect(off(grad(angle)(at(3, -4)), 4 / 25, 3 / 25)).toBeLessThan(4e-16);
});

test("a complex array is transformed entry by entry, as its numbers are", () => {
  const z = c.complex(array([0.5, -1, 2]), array([1, 0.25, -3]));
  const w = c.exp(z);
  [0, 1, 2].forEach((i) => {
    const one = c.exp(at(z.re.get(i), z.im.get(i)));
    expect([w.re.get(i), w.im.get(i)]).toEqual([one.re, one.im]);
  });
});

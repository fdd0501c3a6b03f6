/** Your own kind of value: complex numbers, differentiated by core without any tensors. */
import { Container, primitive, transforms } from "@ndgrad/core";
import type { PrimitiveFn, Space } from "@ndgrad/core";

/** 1. The value: any class, or any JS value that a predicate can recognise. */
export class Complex {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {}
}

/**
 * 2. The primitives, and their rules. The plane is ℝ² with ⟨z, w⟩ = Re(z̄·w), so the gradient of a real loss is
 * ∂L/∂x + i·∂L/∂y, the direction of steepest ascent; a holomorphic f pulls g back to f'(z)‾·g.
 */
type Unary = PrimitiveFn<[z: Complex], Complex>;
type Binary = PrimitiveFn<[z: Complex, w: Complex], Complex>;

export const add: Binary = primitive(
  "add",
  (z: Complex, w: Complex) => new Complex(z.re + w.re, z.im + w.im),
  {
    vjp: [(g) => g, (g) => g],
    jvp: [(t) => t, (t) => t],
  },
);

export const mul: Binary = primitive(
  "mul",
  (z: Complex, w: Complex) => new Complex(z.re * w.re - z.im * w.im, z.re * w.im + z.im * w.re),
  {
    vjp: [(g, _ans, _z, w) => mul(conj(w), g), (g, _ans, z) => mul(conj(z), g)],
    jvp: ["linear", "linear"],
  },
);

export const conj: Unary = primitive("conj", (z: Complex) => new Complex(z.re, -z.im), {
  vjp: [(g) => conj(g)],
  jvp: ["linear"],
});

export const exp: Unary = primitive(
  "exp",
  (z: Complex) => new Complex(Math.exp(z.re) * Math.cos(z.im), Math.exp(z.re) * Math.sin(z.im)),
  { vjp: [(g, ans) => mul(conj(ans), g)], jvp: [(t, ans) => mul(t, ans)] },
);

/** c·z for a real number c: a primitive of two kinds of value. */
export const scale: PrimitiveFn<[c: number, z: Complex], Complex> = primitive(
  "scale",
  (c: number, z: Complex) => new Complex(c * z.re, c * z.im),
  { vjp: [(g, _ans, _c, z) => inner(z, g), (g, _ans, c) => scale(c, g)], jvp: ["linear", "linear"] },
);

/** Re(z̄·w), a real number: a bridge from the complex kind to the real one. */
export const inner: PrimitiveFn<[z: Complex, w: Complex], number> = primitive(
  "inner",
  (z: Complex, w: Complex) => z.re * w.re + z.im * w.im,
  { vjp: [(g, _ans, _z, w) => scale(g, w), (g, _ans, z) => scale(g, z)], jvp: ["linear", "linear"] },
);

/** The sum of two real numbers, for adding cotangents. */
export const plus: PrimitiveFn<[x: number, y: number], number> = primitive(
  "plus",
  (x: number, y: number) => x + y,
  {
    vjp: [(g) => g, (g) => g],
    jvp: [(t) => t, (t) => t],
  },
);

export const times: PrimitiveFn<[x: number, y: number], number> = primitive(
  "times",
  (x: number, y: number) => x * y,
  {
    vjp: [(g, _ans, _x, y) => times(g, y), (g, _ans, x) => times(g, x)],
    jvp: ["linear", "linear"],
  },
);

/** 3. The containers, which stand in for values while they are traced. Their parts are not numbers to compute with. */
class TracedComplex extends Container {
  override get space(): Space<Complex> {
    return complexSpace;
  }
  get re(): never {
    throw new TypeError(
      "re: expected a plain complex number, got a traced one. Use inner(z, one), or getValue(z).re.",
    );
  }
  get im(): never {
    throw new TypeError(
      "im: expected a plain complex number, got a traced one. Use inner(z, i), or getValue(z).im.",
    );
  }
}

class TracedReal extends Container {
  override get space(): Space<number> {
    return realSpace;
  }
}

/** 4. The vector spaces. */
export const complexSpace: Space<Complex> = {
  name: "complex",
  Container: TracedComplex,
  is: (z): z is Complex => z instanceof Complex,
  describe: () => "a complex number",
  isScalar: () => false,
  matches: (g) => g instanceof Complex || g instanceof TracedComplex,
  zerosLike: () => new Complex(0, 0),
  onesLike: () => new Complex(1, 0),
  add,
  scale,
  inner: (z, w) => z.re * w.re + z.im * w.im,
  basis: () => [new Complex(1, 0), new Complex(0, 1)],
  copy: (z) => new Complex(z.re, z.im),
};

export const realSpace: Space<number> = {
  name: "real",
  Container: TracedReal,
  is: (x): x is number => typeof x === "number",
  describe: () => "a real number",
  isScalar: () => true,
  matches: (g) => typeof g === "number" || g instanceof TracedReal,
  zerosLike: () => 0,
  onesLike: () => 1,
  add: plus,
  scale: times,
  inner: (x, y) => x * y,
  basis: () => [1],
  copy: (x) => x,
};

/** 5. The transforms, with both kinds in one trace. */
export const { grad, hvp, jvp, linearize, valueAndGrad, vjp } = transforms([complexSpace, realSpace]);

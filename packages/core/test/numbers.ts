/** Plain numbers as a kind of value: the smallest library that core can serve. */
import { Container, nonDifferentiable, primitive, transforms } from "@ndgrad/core";
import type { PrimitiveFn, Space } from "@ndgrad/core";

type Unary = PrimitiveFn<[x: number], number>;
type Binary = PrimitiveFn<[x: number, y: number], number>;

export const add: Binary = primitive("add", (x: number, y: number) => x + y, {
  vjp: [(g) => g, (g) => g],
  jvp: [(t) => t, (t) => t],
});

export const mul: Binary = primitive("mul", (x: number, y: number) => x * y, {
  vjp: [(g, _ans, _x, y) => mul(g, y), (g, _ans, x) => mul(g, x)],
  jvp: ["linear", "linear"],
});

export const neg: Unary = primitive("neg", (x: number) => -x, { vjp: [(g) => neg(g)], jvp: ["linear"] });

export const sin: Unary = primitive("sin", (x: number) => Math.sin(x), {
  vjp: [(g, _ans, x) => mul(g, cos(x))],
  jvp: [(t, _ans, x) => mul(t, cos(x))],
});

export const cos: Unary = primitive("cos", (x: number) => Math.cos(x), {
  vjp: [(g, _ans, x) => neg(mul(g, sin(x)))],
  jvp: [(t, _ans, x) => neg(mul(t, sin(x)))],
});

/** sin and cos at once: a primitive with two outputs. */
export const sinCos: PrimitiveFn<[x: number], [sin: number, cos: number]> = primitive(
  "sinCos",
  (x: number): [number, number] => [Math.sin(x), Math.cos(x)],
  {
    vjp: [([gs, gc], _ans, x) => add(mul(gs ?? 0, cos(x)), neg(mul(gc ?? 0, sin(x))))],
    jvp: [(t, _ans, x) => [mul(t, cos(x)), neg(mul(t, sin(x)))]],
  },
);

export const positive = nonDifferentiable("positive", (x: number) => x > 0);

class TracedNumber extends Container {
  override get space(): Space<number> {
    return numbers;
  }
}

export const numbers: Space<number> = {
  name: "number",
  Container: TracedNumber,
  is: (x): x is number => typeof x === "number",
  describe: () => "a number",
  isScalar: () => true,
  matches: (g) => typeof g === "number" || g instanceof TracedNumber,
  zerosLike: () => 0,
  onesLike: () => 1,
  add: (x, y) => add(x, y),
  scale: (c, x) => mul(c, x),
  inner: (x, y) => x * y,
  basis: () => [1],
  copy: (x) => x,
};

export const {
  checkpoint, customJvp, customVjp, elementwiseGrad, fixedPoint, flatten, grad, hvp, jvp, linearize, replay, scoped, stopGradient, valueAndGrad, vjp,
} = transforms([numbers]); // prettier-ignore

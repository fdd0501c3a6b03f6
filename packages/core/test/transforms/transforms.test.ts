import { getValue, primitive, transforms } from "@ndgrad/core";
import {
  add, checkpoint, cos, customJvp, customVjp, elementwiseGrad, grad, hvp, jvp, linearize, mul, neg, numbers, positive, scoped, sin, sinCos, stopGradient, valueAndGrad, vjp,
} from "../numbers.js"; // prettier-ignore

/** x·sin x and its derivatives, by hand. */
const f = (x: number): number => mul(x, sin(x));
const x0 = 0.7;
const derivatives = [
  x0 * Math.sin(x0),
  Math.sin(x0) + x0 * Math.cos(x0),
  2 * Math.cos(x0) - x0 * Math.sin(x0),
  -3 * Math.sin(x0) - x0 * Math.cos(x0),
  -4 * Math.cos(x0) + x0 * Math.sin(x0),
];

const forward = (h: (x: number) => number) => (x: number): number => jvp(h, [x], [1])[1]; // prettier-ignore
const reverse = (h: (x: number) => number) => (x: number): number => grad(h)(x); // prettier-ignore
const linear = (h: (x: number) => number) => (x: number): number => linearize(h, x)[1](1); // prettier-ignore

test("every nesting of modes to order four gives the derivatives by hand", () => {
  let towers = [{ name: "", h: f }];
  for (let order = 1; order <= 4; order++) {
    towers = towers.flatMap(({ name, h }) => [
      { name: `${name}f`, h: forward(h) },
      { name: `${name}r`, h: reverse(h) },
      { name: `${name}l`, h: linear(h) },
    ]);
    for (const { h } of towers) expect(h(x0)).toBeCloseTo(derivatives[order]!, 12);
  }
});

test("an inner derivative does not see the outer variable's perturbation", () => {
  // d/dx (x · d/dy (x + y)) = 1, where confused perturbations give 2.
  for (const outer of [forward, reverse, linear])
    for (const inner of [forward, reverse, linear])
      expect(outer((x) => mul(x, inner((y) => add(x, y))(1)))(3)).toBe(1);
});

test("a pull can be called any number of times, and again after a later trace", () => {
  const [y, pull] = vjp((x: number, z: number) => mul(sin(x), z), 0.3, 2);
  expect(y).toBe(Math.sin(0.3) * 2);
  const first = pull(1);
  grad(f)(1);
  expect(pull(1)).toEqual(first);
  expect(pull(2)).toEqual(first.map((g) => 2 * g));
});

test("a value used many times collects the cotangents of all uses", () => {
  expect(grad((x: number) => add(add(x, x), add(x, mul(x, x))))(5)).toBe(13);
});

test("a chain of a million nodes is walked without recursion", () => {
  const n = 1e6;
  const chain = (x: number): number => {
    let y = x;
    for (let i = 0; i < n; i++) y = add(y, x);
    return y;
  };
  expect(grad(chain)(1)).toBe(n + 1);
});

test("arguments that the result does not depend on get zeros", () => {
  expect(grad((_x: number) => 3)(1)).toBe(0);
  expect(vjp((x: number, _y: number) => x, 1, 2)[1](1)).toEqual([1, 0]);
  expect(jvp((_x: number) => 3, [1], [1])).toEqual([3, 0]);
});

test("scoped computes with gradients and pulls in place, and what it returns belongs to the caller", () => {
  const h = (x: number, y: number): number => mul(x, mul(y, y));
  const step = scoped((x: number, y: number) => {
    const [value, g] = valueAndGrad(h)(x, y);
    return { value, twice: mul(2, g), label: "kept", x };
  });
  expect(step(2, 3)).toEqual({ value: 18, twice: 18, label: "kept", x: 2 });
  const maps = scoped((x: number, y: number) => {
    const [, pull] = vjp(h, x, y);
    const [, push] = linearize(h, x, y);
    return [pull(1), pull(10), push(1, 0)];
  });
  expect(maps(2, 3)).toEqual([[9, 12], [90, 120], 9]);
  // Differentiable itself: 2x³ and its slope.
  const cubic = scoped((x: number) => mul(x, grad((y: number) => mul(y, mul(y, x)))(x)));
  expect([cubic(3), grad(cubic)(3), jvp(cubic, [3], [1])[1]]).toEqual([54, 54, 54]);
});

test("a promise as result of a scoped function is refused", () => {
  expect(() => scoped(() => Promise.resolve())()).toThrow("scoped: expected a plain result, got a Promise.");
});

test("grad takes one argument number or several, and passes on an aux value", () => {
  const h = (x: number, y: number): number => mul(x, mul(y, y));
  expect(grad(h)(2, 3)).toBe(9);
  expect(grad(h, { argnums: 1 })(2, 3)).toBe(12);
  expect(grad(h, { argnums: [1, 0] })(2, 3)).toEqual([12, 9]);
  const aux = (x: number): [number, { y: number; label: string }] => [
    mul(x, x),
    { y: sin(x), label: "kept" },
  ];
  expect(grad(aux, { hasAux: true })(2)).toEqual([4, { y: Math.sin(2), label: "kept" }]);
  expect(valueAndGrad(aux, { hasAux: true })(2)).toEqual([[4, { y: Math.sin(2), label: "kept" }], 4]);
  expect(() => grad(h, { argnums: 2 })(2, 3)).toThrow("grad: expected argnums between 0 and 1, got 2.");
});

test("parameters may be nested in any way; leaves that are not values pass through", () => {
  const loss = (p: { w: [number, number]; deep: { b: number }; name: string; off: null }): number =>
    add(mul(p.w[0], p.w[1]), sin(p.deep.b));
  const params = { w: [2, 3] as [number, number], deep: { b: 0.5 }, name: "model", off: null };
  expect(grad(loss)(params)).toEqual({ w: [3, 2], deep: { b: Math.cos(0.5) }, name: "model", off: null });
});

test("tangents and cotangents are matched by key, and null stands for zero", () => {
  const h = (p: { a: number; b: number }): { s: number; m: number } => ({
    s: add(p.a, p.b),
    m: mul(p.a, p.b),
  });
  expect(jvp(h, [{ a: 2, b: 3 }], [{ b: 1, a: 0 }])[1]).toEqual({ s: 1, m: 2 });
  expect(jvp(h, [{ a: 2, b: 3 }], [null])[1]).toEqual({ s: 0, m: 0 });
  expect(vjp(h, { a: 2, b: 3 })[1]({ m: 1, s: 0 })).toEqual([{ a: 3, b: 2 }]);
});

test("several outputs of one primitive differentiate, used or not, to second order", () => {
  const h = (x: number): number => {
    const [s, c] = sinCos(x);
    return mul(s, c);
  };
  const onlySin = (x: number): number => sinCos(x)[0];
  for (const d of [forward, reverse, linear]) {
    expect(d(h)(x0)).toBeCloseTo(Math.cos(2 * x0), 14);
    expect(d(onlySin)(x0)).toBeCloseTo(Math.cos(x0), 14);
    for (const e of [forward, reverse, linear]) expect(d(e(h))(x0)).toBeCloseTo(-2 * Math.sin(2 * x0), 13);
  }
});

test("a checkpoint gives the same derivatives, runs again in the backward walk, and nests", () => {
  let runs = 0;
  const counted = (x: number): number => {
    runs++;
    return f(x);
  };
  const once = checkpoint(counted);
  expect(grad(once)(x0)).toBeCloseTo(derivatives[1]!, 14);
  expect(runs).toBe(2);
  const nested = checkpoint((x: number) => mul(2, checkpoint(counted)(x)));
  for (const d of [forward, reverse, linear])
    for (const e of [forward, reverse, linear]) expect(d(e(nested))(x0)).toBeCloseTo(2 * derivatives[2]!, 13);
});

test("a checkpoint with a policy saves the ops that it names, but recomputes them for higher derivatives", () => {
  let runs = 0;
  const costly = primitive("costly", (x: number) => (runs++, Math.sin(x)), {
    vjp: [(g, _ans, x) => mul(g, cos(x))],
    jvp: [(t, _ans, x) => mul(t, cos(x))],
  });
  const inner = (x: number): number => mul(costly(mul(x, x)), add(x, costly(x)));
  const kept = checkpoint(inner, { save: (op) => op === "costly" });
  const plain = grad(inner)(x0);
  runs = 0;
  expect(grad(kept)(x0)).toBe(plain);
  expect(runs).toBe(2);
  expect(grad(checkpoint(inner))(x0)).toBe(plain);
  expect(runs).toBe(6);
  const second = grad(grad(inner))(x0);
  for (const d of [forward, reverse, linear])
    for (const e of [forward, reverse, linear]) expect(d(e(kept))(x0)).toBeCloseTo(second, 13);
  const [, pull] = vjp(kept, x0);
  expect([pull(1), pull(2)]).toEqual([[plain], [2 * plain]]);
  const both = (x: number): number => add(kept(x), kept(mul(2, x)));
  expect(grad(both)(x0)).toBeCloseTo(plain + 2 * grad(inner)(2 * x0), 13);
});

test("stopGradient makes a constant, in every mode and at every level", () => {
  const h = (x: number): number => mul(x, stopGradient(mul(x, x)));
  expect(grad(h)(3)).toBe(9);
  expect(jvp(h, [3], [1])[1]).toBe(9);
  expect(grad(grad(h))(3)).toBe(0);
  expect(stopGradient({ a: 1, b: "x" })).toEqual({ a: 1, b: "x" });
});

test("customVjp replaces the reverse rule, over trees too", () => {
  const clipped = customVjp(
    (p: { x: number }, k: number) => mul(p.x, k),
    (g, _ans, p, _k) => [{ x: mul(g, mul(10, p.x)) }, null],
  );
  expect(grad((x: number) => clipped({ x }, 5))(3)).toBe(30);
  expect(grad(grad((x: number) => clipped({ x }, 5)))(3)).toBe(10);
  expect(grad((k: number) => clipped({ x: 3 }, k))(5)).toBe(0);
  expect(() => jvp((x: number) => clipped({ x }, 5), [3], [1])).toThrow(
    "customVjp: expected a jvp rule for argument 0",
  );
});

test("customJvp replaces the forward rule, and reverse mode transposes it", () => {
  const h = customJvp(
    (x: number, y: number) => mul(sin(x), y),
    ([tx, ty], _ans, x, y) => add(mul(mul(tx, cos(x)), y), mul(ty, sin(x))),
  );
  expect(jvp(h, [0.3, 2], [1, 0])[1]).toBeCloseTo(2 * Math.cos(0.3), 15);
  expect(grad(h, { argnums: [0, 1] })(0.3, 2)).toEqual([2 * Math.cos(0.3), Math.sin(0.3)]);
  expect(grad(grad((x: number) => h(x, 2)))(0.3)).toBeCloseTo(-2 * Math.sin(0.3), 15);
});

test("elementwiseGrad gives the diagonal of the Jacobian, and hvp the Hessian times a vector", () => {
  expect(elementwiseGrad((x: number, y: number) => mul(sin(x), y))(0.3, 2)).toBeCloseTo(
    2 * Math.cos(0.3),
    15,
  );
  expect(hvp(f)(x0, 3)).toBeCloseTo(3 * derivatives[2]!, 13);
});

test("a function without derivative gives a plain result for control flow", () => {
  const abs = (x: number): number => (positive(x) ? x : neg(x));
  expect(grad(abs)(-2)).toBe(-1);
  expect(grad((x: number) => (getValue(x) > 0 ? mul(x, x) : neg(x)))(3)).toBe(6);
});

test("if a scope can't be entered, no other stays open", () => {
  const log: string[] = [];
  const scope = (enter: () => void) => () => ({
    enter,
    exit: () => void log.push("exit"),
    take: (x: unknown) => x,
    escape: (x: unknown) => x,
  });
  const first = { ...numbers, scope: scope(() => void log.push("enter")) };
  const full = scope(() => {
    throw new Error("no room");
  });
  const { grad: without } = transforms([first, { ...numbers, scope: full }]);
  const square = (x: number): number => mul(x, x);
  expect(() => without(square)(2)).toThrow("no room");
  expect(log).toEqual(["enter", "exit"]);
  expect(transforms([first]).grad(square)(2)).toBe(4);
  expect(log.filter((what) => what === "enter").length).toBe(log.length / 2);
});

/** What the tests of shape and index ops compare derivatives with: seeded arrays, differences along directions. */
import { add, getValue, grad, jvp, mul, ravel, sum, vjp } from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import ndarray from "ndarray";

/** Numbers in −2..2, from a linear congruential generator (Numerical Recipes' constants). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (4 * state) / 2 ** 32 - 2;
  };
}

/** An array of seeded numbers, row-major; `[]` gives a number. */
export function random(shape: readonly number[], seed: number): Tensor {
  const next = seeded(seed);
  if (shape.length === 0) return next();
  return ndarray(Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, next), shape.slice());
}

/** 0, 1, 2, … in row-major order. */
export function counting(...shape: number[]): Nd {
  return ndarray(
    Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
    shape,
  );
}

/** The same entries behind other strides: axes stored in reverse order, every other slot unused and NaN. */
export function strided(x: Nd): Nd {
  const reversed = x.shape.toReversed();
  const big = ndarray(new Float64Array(2 * x.size).fill(NaN), [...reversed, 2]).pick(
    ...reversed.map(() => null),
    0,
  );
  const y = ndarray(big.data, x.shape.slice(), big.stride.toReversed(), big.offset);
  eachIndex(x.shape, (index) => y.set(...index, x.get(...index)));
  return y;
}

function eachIndex(shape: readonly number[], visit: (index: number[]) => void): void {
  const n = shape.reduce((a, b) => a * b, 1);
  for (let i = 0; i < n; i++) {
    let rest = i;
    visit(
      shape.map((_, a) => {
        const size = shape.slice(a + 1).reduce((p, q) => p * q, 1);
        const digit = Math.floor(rest / size);
        rest %= size;
        return digit;
      }),
    );
  }
}

/** Nested lists of the entries, with −0 as 0. */
export function listed(x: Tensor): unknown {
  if (typeof x === "number") return x + 0;
  if (x.shape.length === 0) return x.get() + 0;
  return Array.from({ length: x.shape[0]! }, (_, i) => listed(x.pick(i)));
}

type Program = (...xs: Tensor[]) => Tensor | readonly Tensor[];

const flat = (ans: Tensor | readonly Tensor[]): readonly Tensor[] =>
  Array.isArray(ans) ? (ans as Tensor[]) : [ans as Tensor];
const dot = (xs: readonly Tensor[], ys: readonly Tensor[]): number =>
  xs.map((x, i) => sum(mul(x, ys[i]!))).reduce((a, b) => add(a, b), 0);
const moved = (xs: readonly Tensor[], h: number, ts: readonly Tensor[]): Tensor[] =>
  xs.map((x, i) => add(x, mul(h, ts[i]!)));

/** d/dt of a list of numbers at 0, by central differences at two steps, extrapolated (Richardson): the error is about h⁴. */
function slopeOf(f: (t: number) => readonly number[]): number[] {
  const central = (h: number): number[] => {
    const below = f(-h);
    return f(h).map((v, i) => (v - below[i]!) / (2 * h));
  };
  const coarse = central(1e-3);
  return central(5e-4).map((fine, i) => (4 * fine - coarse[i]!) / 3);
}

/**
 * Both modes of `f` at `xs` along seeded directions: against differences, against each other, and at second order in the
 * three orders of nesting. The differences are good to about 1e-10 for functions of size 1.
 */
export function expectDerivatives(f: Program, ...xs: Tensor[]): void {
  for (const seed of [1, 2, 3]) expectAlong(f, xs, seed);
}

function expectAlong(f: Program, xs: readonly Tensor[], seed: number): void {
  const shapes = xs.map((x) => (typeof x === "number" ? [] : x.shape));
  const ts = shapes.map((s, i) => random(s, 100 * seed + i));
  const outs = flat(f(...xs));
  const gs = outs.map((y, i) => random(typeof y === "number" ? [] : y.shape, 7000 * seed + i));
  const all: Program = (...ys) => [...flat(f(...ys))];

  const [slope] = slopeOf((t) => [dot(gs, flat(f(...moved(xs, t, ts))))]);
  const tangent = dot(gs, jvp(all, xs as Tensor[], ts)[1] as Tensor[]);
  const pull = vjp(all, ...xs)[1];
  const cotangents = pull(gs);
  cotangents.forEach((c, i) => expect(typeof c === "number" ? [] : c.shape).toEqual(shapes[i]));
  const size = 1 + Math.abs(tangent);
  expect(Math.abs(tangent - slope!) / size).toBeLessThan(1e-8);
  // The two modes add the same products in other orders: some ulps.
  expect(Math.abs(dot(cotangents, ts) - tangent) / size).toBeLessThan(1e-12);
  expect(dot(pull(gs as never), ts)).toBe(dot(cotangents, ts));

  // A cubic loss makes the second derivative of a linear op differ from zero.
  const loss = (...ys: Tensor[]): number =>
    flat(f(...ys))
      .map((y, i) => sum(mul(gs[i]!, mul(y, mul(y, y)))))
      .reduce((a, b) => add(a, b), 0);
  const argnums = xs.map((_, i) => i);
  const gradient = (...ys: Tensor[]): Tensor[] => grad(loss, { argnums })(...ys);
  const forwardReverse = jvp(gradient, xs as Tensor[], ts)[1];
  const reverseForward = grad((...ys: Tensor[]) => jvp(loss, ys, ts)[1], { argnums })(...xs);
  const reverseReverse = grad((...ys: Tensor[]) => dot(gradient(...ys), ts), { argnums })(...xs);
  xs.forEach((_, i) => {
    const want = slopeOf((t) => entries(gradient(...moved(xs, t, ts))[i]!));
    const scale = 1 + Math.max(0, ...want.map(Math.abs));
    for (const product of [forwardReverse, reverseForward, reverseReverse])
      entries(product[i]!).forEach((v, k) => expect(Math.abs(v - want[k]!) / scale).toBeLessThan(1e-8));
  });
}

function entries(x: Tensor): number[] {
  return [...ravel(getValue(x)).data];
}

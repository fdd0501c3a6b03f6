/** Two engines that share no code, on random expressions: the naive Var and the tracer must agree. */
import * as nd from "@ndgrad/tensor-vjp";
import type { Nd, Tensor } from "@ndgrad/tensor-vjp";
import { Var } from "@ndgrad/naive";

/** One op in both APIs, defined for all arguments. */
const unary: readonly [string, (x: Var) => Var, (x: Tensor) => Tensor][] = [
  ["sin", (x) => x.sin(), (x) => nd.sin(x)],
  ["cos", (x) => x.cos(), (x) => nd.cos(x)],
  ["tanh", (x) => x.tanh(), (x) => nd.tanh(x)],
  ["sigmoid", (x) => x.sigmoid(), (x) => nd.sigmoid(x)],
  ["neg", (x) => x.neg(), (x) => nd.neg(x)],
  ["square", (x) => x.pow(2), (x) => nd.square(x)],
  ["softplus", (x) => x.exp().add(1).log(), (x) => nd.softplus(x)],
  ["row sum", (x) => x.mul(x.sum()), (x) => nd.mul(x, nd.sum(x))],
  ["centre", (x) => x.sub(x.mean()), (x) => nd.sub(x, nd.mean(x))],
];
const binary: readonly [string, (x: Var, y: Var) => Var, (x: Tensor, y: Tensor) => Tensor][] = [
  ["add", (x, y) => x.add(y), (x, y) => nd.add(x, y)],
  ["sub", (x, y) => x.sub(y), (x, y) => nd.sub(x, y)],
  ["mul", (x, y) => x.mul(y), (x, y) => nd.mul(x, y)],
  ["div", (x, y) => x.div(y.pow(2).add(1)), (x, y) => nd.div(x, nd.add(nd.square(y), 1))],
];

/** A seeded generator of numbers in [0, 1): Marsaglia's xorshift. */
function numbers(seed: number): () => number {
  let s = seed * 2654435761 + 1;
  return () => {
    s ^= s << 13;
    s ^= s >>> 17;
    s ^= s << 5;
    return (s >>> 0) / 2 ** 32;
  };
}

const shapes = [[], [3], [2, 3], [2, 1], [1, 3]];

function randomTensor(next: () => number, shape: readonly number[]): Tensor {
  const data = Float64Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => 2 * next() - 1);
  return shape.length === 0 ? data[0]! : nd.reshape(nd.array(data), shape);
}

const entries = (x: Tensor): number[] => (typeof x === "number" ? [x] : [...(nd.array(x) as Nd).data]);

test.each(Array.from({ length: 60 }, (_, seed) => [seed + 1]))("expression %i", (seed) => {
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const values = [0, 1, 2].map(() => randomTensor(next, pick(shapes)));
  const naive = values.map((x) => new Var(x));
  const steps = Array.from({ length: 12 }, () => ({
    one: pick(unary),
    two: pick(binary),
    alone: next() < 0.4,
    i: next(),
    j: next(),
  }));

  /** Run the steps on a growing list of results, in either API. */
  function evaluate<T>(
    start: readonly T[],
    one: (k: (typeof steps)[number], x: T) => T,
    two: (k: (typeof steps)[number], x: T, y: T) => T,
  ): T {
    const all = start.slice();
    for (const step of steps) {
      const x = all[Math.floor(step.i * all.length)]!;
      const y = all[Math.floor(step.j * all.length)]!;
      all.push(step.alone ? one(step, x) : two(step, x, y));
    }
    return start.reduce((sum, x) => two({ ...steps[0]!, two: binary[0]! }, sum, x), all.at(-1)!);
  }

  const loss = evaluate(
    naive,
    (k, x) => k.one[1](x),
    (k, x, y) => k.two[1](x, y),
  ).sum();
  loss.backward();
  const f = (xs: Tensor[]): number =>
    nd.sum(
      evaluate(
        xs,
        (k, x) => k.one[2](x),
        (k, x, y) => k.two[2](x, y),
      ),
    );
  const [value, gradient] = nd.valueAndGrad(f)(values);
  expect(value).toBeCloseTo(loss.value as number, 9);
  gradient.forEach((g, k) => {
    const want = entries(naive[k]!.grad);
    entries(g).forEach((v, i) =>
      expect(Math.abs(v - want[i]!)).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(want[i]!))),
    );
  });
});

/** Every op of the table maps over a batch as a loop over the examples does. */
import { seeded } from "@ndgrad/check";
import { add, at, flatten, grad, mul, setBackend, stack, sum, vmap } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import { opTable, sample, samplesOf } from "@ndgrad/tensor-vjp/testing";
import type { OpEntry } from "@ndgrad/tensor-vjp/testing";
import { createTraceMemory, wasm } from "@ndgrad/backend-wasm";
import { createArena } from "@ndgrad/kernels";
import type { Backend } from "@ndgrad/kernels";
import { listed, random } from "../ops/directions.js";

const SIZE = 3;
const isDeep = process.env["NDGRAD_DEEP"] !== undefined;

/** Both with memory that is filled with NaN when it is taken back, so that a later use shows. */
const backends: readonly (readonly [string, Backend])[] = [
  ["WebAssembly", { ...wasm, memory: createTraceMemory({ poison: true }) }],
  ["the reference", { memory: createArena({ poison: true }) }],
];

/** What reads entries at positions that differ from example to example, for which there is no batched read. */
const refused = new Set([
  "cummax",
  "cummin",
  "interp",
  "median",
  "partition",
  "percentile",
  "quantile",
  "sort",
]);

type Program = (...xs: Tensor[]) => readonly Tensor[];

const withRules = opTable.filter(({ derivative }) => derivative === "rules");
const mappable = withRules.filter(({ name }) => !refused.has(name));

test.each([...refused])("%s refuses a batch, with the remedy", (name) => {
  const entry = withRules.find((other) => other.name === name)!;
  expect(() => {
    expectMapped(entry, 0);
  }).toThrow(/^(getValue|vmap): expected one .* Use ops .*, or map in a loop\.$/);
});

describe.each(backends)("on %s", (_backend, backend) => {
  beforeAll(() => setBackend(backend));
  afterAll(() => setBackend(wasm));

  test.each(mappable.map((entry) => [entry.name, entry] as const))(
    "%s of a batch is the batch of its answers, with the same derivatives inside and outside of the map",
    (_name, entry) => {
      const { length } = entry.samples;
      for (let which = 0; which < length; which++) expectMapped(entry, which);
    },
  );
});

/** Sample `which` of an op, with three draws of what moves in it. */
function expectMapped(entry: OpEntry, which: number): void {
  const { apply, inputs } = samplesOf(entry)[which]!;
  if (inputs.length === 0) return;
  const draws = [1, 2].map((seed) => sample(entry, entry.samples[which]!, seeded(seed)).inputs);
  const examples = [inputs, ...draws];
  // Complex numbers and lists of several answers count as their parts.
  const f: Program = (...xs) => flatten(apply(...xs)).values as Tensor[];
  for (const flags of flagsFor(inputs.length, which)) {
    const batched = inputs.map((x, i) => (flags[i] ? stack(examples.map((xs) => xs[i]!)) : x));
    const inAxes = flags.map((isMapped) => (isMapped ? 0 : null));
    const mapped: Program = (...xs) => vmap(f, { inAxes })(...xs);
    const looped: Program = (...xs) => joined(overExamples(flags, f, xs));
    expectClose(mapped(...batched), looped(...batched));

    const argnums = inputs.map((_, i) => i);
    const gradient = (g: Program): Program => grad(projected(g), { argnums });
    expectClose(gradient(mapped)(...batched), gradient(looped)(...batched));
    const inside = gradient(f);
    expectClose(vmap(inside, { inAxes })(...batched), joined(overExamples(flags, inside, batched)));
  }
}

/** Which arguments are mapped: all of them, for the first sample also one at a time; in a deep run every choice. */
function flagsFor(n: number, which: number): boolean[][] {
  const choices = Array.from({ length: 2 ** n - 1 }, (_, k) =>
    Array.from({ length: n }, (_v, i) => ((k + 1) >> i) % 2 === 1),
  );
  return choices.filter((flags) => {
    const count = flags.filter(Boolean).length;
    return isDeep || count === n || (count === 1 && which === 0);
  });
}

function overExamples(flags: readonly boolean[], f: Program, xs: readonly Tensor[]): (readonly Tensor[])[] {
  return Array.from({ length: SIZE }, (_, n) => f(...xs.map((x, i) => (flags[i] ? at(x, n) : x))));
}

/** Lists of answers, one for each example, as a list of batches. */
function joined(examples: readonly (readonly Tensor[])[]): Tensor[] {
  return examples[0]!.map((_, k) => stack(examples.map((answers) => answers[k]!)));
}

/** The sum of all entries of all answers, each weighed at random: its gradient sees every derivative. */
function projected(f: Program): (...xs: Tensor[]) => number {
  return (...xs) => f(...xs).reduce<number>((s, y, k) => add(s, sum(mul(random(shapeOf(y), k), y))), 0);
}

/** Sums are taken in other orders: some ulps of the largest entry. */
function expectClose(got: readonly Tensor[], want: readonly Tensor[]): void {
  expect(got.map(shapeOf)).toEqual(want.map(shapeOf));
  got.forEach((y, k) => {
    const [a, b] = [numbers(y), numbers(want[k]!)];
    const scale = 1 + Math.max(0, ...b.map(Math.abs));
    const worst = Math.max(0, ...a.map((v, i) => Math.abs(v - b[i]!) / scale));
    expect(worst).toBeLessThan(1e-11);
  });
}

function shapeOf(x: Tensor): readonly number[] {
  return typeof x === "number" ? [] : x.shape;
}

function numbers(x: Tensor): number[] {
  return [listed(x)].flat(Infinity) as number[];
}

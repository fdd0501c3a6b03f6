import { Container } from "@ndgrad/core";
import * as root from "@ndgrad/tensor-vjp";
import * as complex from "@ndgrad/tensor-vjp/complex";
import * as fft from "@ndgrad/tensor-vjp/fft";
import * as linalg from "@ndgrad/tensor-vjp/linalg";
import * as random from "@ndgrad/tensor-vjp/random";
import * as signal from "@ndgrad/tensor-vjp/signal";
import * as nn from "@ndgrad/tensor-vjp/nn";
import * as stats from "@ndgrad/tensor-vjp/stats";
import * as special from "@ndgrad/tensor-vjp/special";
import { jvp, vjp } from "@ndgrad/tensor-vjp";
import type { Tensor } from "@ndgrad/tensor-vjp";
import { checkGrads, opTable, samplesOf } from "@ndgrad/tensor-vjp/testing";
import type { OpEntry, Sample } from "@ndgrad/tensor-vjp/testing";

/** What the package exports besides ops: transforms of functions, settings, ways to write an index, classes. */
const noOps = new Set(
  [
    "batch checkpoint customJvp customVjp debugNans elementwiseGrad fixedPoint flatten getValue ggnvp grad gradComplex graph graphDot",
    "graphText hessian hessianTensorProduct holomorphicGrad hvp jacobian jacobianForward jacobianReverse jvp linearize odeint place registerTreeClass replay setBackend",
    "scoped slice stopGradient tensorJacobianProduct toBackend valueAndGrad vjp vmap withBackend",
  ].flatMap((line) => line.split(" ")),
);

/** What users can import, by what stands before the dot in the names of the table. */
const modules: Readonly<Record<string, object>> = {
  "": root,
  "complex.": complex,
  "fft.": fft,
  "linalg.": linalg,
  "nn.": nn,
  "random.": random,
  "signal.": signal,
  "special.": special,
  ...Object.fromEntries(Object.entries(stats).map(([name, module]) => [`stats.${name}.`, module])),
};

const exported = Object.entries(modules).flatMap(([prefix, module]) =>
  Object.entries(module)
    // Classes (errors, the space) begin with a capital letter.
    .filter(([name, value]) => typeof value === "function" && !noOps.has(name) && !/^[A-Z]/.test(name))
    .map(([name, value]): [string, unknown] => [`${prefix}${name}`, value]),
);

test("every exported op is in the table, under its name, once", () => {
  const table = new Map<string, unknown>(opTable.map(({ name, f }) => [name, f]));
  expect(table.size).toBe(opTable.length);
  const names = new Set(exported.map(([name]) => name));
  // Under one name at least: `nn` exports some ops of the root again.
  const known = new Set(table.values());
  expect(exported.filter(([name, value]) => !table.has(name) && !known.has(value))).toEqual([]);
  expect([...table.keys()].filter((name) => !names.has(name))).toEqual([]);
  for (const [name, value] of exported) expect(table.get(name) ?? value).toBe(value);
});

/** Does the result, an array or a nesting of them, hold a value that carries a derivative? */
function isTraced(result: unknown): boolean {
  if (result instanceof Container) return true;
  if (result instanceof complex.Complex) return isTraced([result.re, result.im]);
  const proto: unknown = typeof result === "object" && result !== null ? Object.getPrototypeOf(result) : null;
  return (
    (Array.isArray(result) || proto === Object.prototype) && Object.values(result as object).some(isTraced)
  );
}

/** Was the result traced, in reverse and in forward mode? */
function tracedIn({ inputs, apply }: Sample): [rev: boolean, fwd: boolean] {
  const seen: boolean[] = [];
  const f = (...xs: Tensor[]): unknown => {
    const y = apply(...xs);
    seen.push(isTraced(y));
    return [];
  };
  vjp(f, ...inputs);
  jvp(f, [...inputs], [...inputs]);
  return [seen[0]!, seen[1]!];
}

const named = (derivative: OpEntry["derivative"]): [string, OpEntry][] =>
  opTable.filter((entry) => entry.derivative === derivative).map((entry) => [entry.name, entry]);

test.each(named("rules"))(
  "%s has derivatives in both modes, right to second order, on its samples",
  (_name, entry) => {
    for (const sample of samplesOf(entry)) {
      // What was computed from no entries may be a constant.
      const moves = sample.inputs.some((x) => typeof x === "number" || x.data.length > 0);
      if (moves) expect(tracedIn(sample)).toEqual([true, true]);
      checkGrads(sample.apply, [...sample.inputs], entry.notes.check);
    }
  },
);

test.each(named("none"))(
  "%s† gives a plain result for traced arguments, the same as for plain ones",
  (_name, entry) => {
    for (const sample of samplesOf(entry)) {
      expect(tracedIn(sample)).toEqual([false, false]);
      let traced: unknown = undefined;
      jvp((...xs: Tensor[]) => ((traced = sample.apply(...xs)), []), [...sample.inputs], [...sample.inputs]);
      expect(traced).toEqual(sample.apply(...sample.inputs));
    }
  },
);

const optional = opTable.filter(({ notes }) => Object.keys(notes.options ?? {}).length > 0);

test.each(optional.map((entry) => [entry.name, entry] as const))(
  "%s refuses other things in place of options, and options that it does not have",
  (_name, entry) => {
    const isOptions = (x: unknown): boolean =>
      typeof x === "object" && x !== null && Object.getPrototypeOf(x) === Object.prototype;
    const [{ args }] = samplesOf(entry) as [Sample];
    // The options are the last parameter; those before it that a sample leaves out are undefined.
    const given = samplesOf(entry).find((sample) => isOptions(sample.args.at(-1)))?.args;
    const place = given === undefined ? args.length : given.length - 1;
    const call = (options: unknown): unknown =>
      entry.f(...Array.from({ length: place }, (_, i) => (given ?? args)[i]), options);
    expect(() => call(0)).toThrow(/: expected options in an object, got 0\. /);
    expect(() => call({ axees: 0 })).toThrow(
      /: expected no options but .*, got axees\. Check the spelling\.$/,
    );
  },
);

test.each(opTable.map((entry) => [entry.name, entry] as const))(
  "%s refuses anything that is not a tensor, and names itself",
  (_name, entry) => {
    const { inputs, apply } = samplesOf(entry)[0]!;
    if (inputs.length === 0) return;
    for (const wrong of [[1, 2], {}, "x"] as unknown[] as Tensor[])
      expect(() => apply(wrong, ...inputs.slice(1))).toThrow(/^[\w.]+: expected /);
  },
);

/** What plain JavaScript may pass by mistake. */
const mistakes = [undefined, null, 0, NaN, "x", {}, [], [1.5], [[1]], true, () => 1, 3n];

test.each(opTable.map((entry) => [entry.name, entry] as const))(
  "%s answers an argument of a wrong type by an error that names it, if at all",
  (_name, { f, ...entry }) => {
    const [{ args }] = samplesOf({ f, ...entry }) as [Sample];
    const raw = args.flatMap((_, i) =>
      mistakes.flatMap((wrong) => {
        try {
          f(...args.with(i, wrong));
          return [];
        } catch (error) {
          const { message } = error as Error;
          return /^[\w.]+: expected /.test(message) ? [] : [`${i}: ${String(error)}`];
        }
      }),
    );
    expect(raw).toEqual([]);
  },
);

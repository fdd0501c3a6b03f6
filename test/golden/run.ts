/** Run one golden case: the quantities that differ from the recorded ones, as lines; none means passed. */
import * as nd from "@ndgrad/tensor-vjp";
import { grad, jvp, mul, sum, vjp } from "@ndgrad/tensor-vjp";
import { Container } from "@ndgrad/core";
import type { Tensor } from "@ndgrad/tensor-vjp";
import type { Case, Step, Value } from "./cases.js";
import { difference } from "./compare.js";
import type { Rule } from "./compare.js";
import { argument, isStored, tensor } from "./decode.js";
import type { Env, Stored } from "./decode.js";
import { lookUp } from "./ops.js";

type F = (...xs: Tensor[]) => Tensor | Tensor[];

export function run(c: Case): string[] {
  switch (c.kind) {
    case "error":
      return runError(c);
    case "jacobian":
    case "hessian":
      return runMatrix(c, c.kind);
    case "derivatives":
      return runDerivatives(c);
    case "fixed_point":
      return runFixedPoint(c);
    default:
      return runFunction(c, ...functionOf(c));
  }
}

function apply(op: string, args: readonly unknown[], options: Readonly<Record<string, unknown>>): unknown {
  const call = lookUp(op);
  if (call === undefined) throw new Error(`${op}: not yet`);
  return call(args, options);
}

function optionsOf(options: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, argument(value)]));
}

/** The case as a function of its differentiable inputs, and their values. */
function functionOf(c: Case): [f: F, xs: Tensor[]] {
  if (c.op === undefined) return programOf(c);
  const { op, diff = [], outputs } = c;
  const args = (c.args ?? []).map((a) => argument(a));
  const options = optionsOf(c.options);
  const xs = diff.map((d) => (typeof d === "number" ? args[d] : (args[d[0]] as unknown[])[d[1]]) as Tensor);
  const f: F = (...ys) => {
    const all = args.map((a) => (Array.isArray(a) ? a.slice() : a));
    diff.forEach((d, k) => {
      if (typeof d === "number") all[d] = ys[k];
      else (all[d[0]] as unknown[])[d[1]] = ys[k];
    });
    const ans = apply(op, all, options);
    return (outputs === undefined ? ans : outputs.map((i) => (ans as Tensor[])[i])) as Tensor | Tensor[];
  };
  return [f, xs];
}

function programOf(c: Case): [f: F, xs: Tensor[]] {
  const { wrt = [], steps = [], output = "" } = c;
  const fixed = new Map(Object.entries(c.inputs ?? {}).map(([name, value]) => [name, argument(value)]));
  const f: F = (...ys) => {
    const env = new Map<string, unknown>([...fixed, ...wrt.map((name, k) => [name, ys[k]] as const)]);
    execute(steps, env);
    return (typeof output === "string" ? env.get(output) : output.map((name) => env.get(name))) as
      Tensor | Tensor[];
  };
  return [f, wrt.map((name) => fixed.get(name) as Tensor)];
}

export function execute(steps: readonly Step[], env: Map<string, unknown>): void {
  for (const step of steps) env.set(step.o, evaluate(step, env));
}

function evaluate(step: Step, env: Env): unknown {
  const args = (step.a ?? []).map((a) => argument(a, env));
  if (step.f === "@item") return (args[0] as unknown[])[args[1] as number];
  if (step.f !== "@grad" && step.f !== "@jvp") return apply(step.f, args, optionsOf(step.k));
  const { sub, wrt = "" } = step;
  const inner = (u: Tensor): number => {
    const local = new Map([...env, [wrt, u] as const]);
    execute(sub?.steps ?? [], local);
    return local.get(sub?.out ?? "") as number;
  };
  const at = argument(step.at, env) as Tensor;
  return step.f === "@grad" ? grad(inner)(at) : jvp(inner, [at], [argument(step.tangent, env) as Tensor])[1];
}

const list = <T>(x: T | readonly T[]): readonly T[] => (Array.isArray(x) ? x : [x as T]);
const stored = (v: Value): readonly (Stored | null)[] => (isStored(v) ? [v] : v.list);

/** Value, vjp, jvp and second-order products. */
function runFunction(c: Case, f: F, xs: Tensor[]): string[] {
  const rule = (what: string): Rule => ({
    tol: c.tol?.[what] ?? (c.tags?.includes("accuracy") ? (what === "out" ? 1e-9 : 1e-8) : 1e-10),
    accuracy: c.tags?.includes("accuracy") ?? false,
    skipNaN: what !== "out" && (c.tags?.includes("nan-derivative") ?? false),
    symmetrize: false,
  });
  const compare = (what: string, got: unknown, want: Value): string[] => {
    const wants = stored(want);
    const gots = list(got as Tensor);
    return wants.flatMap((w, k) => (w === null ? [] : labelled(what, difference(gots[k], w, rule(what)))));
  };
  /** Results that belong to the inputs: one per input, matrices symmetric by contract compared as such. */
  const compareInputs = (what: string, got: readonly unknown[], wants: readonly Stored[]): string[] =>
    wants.flatMap((w, k) => {
      // Positions of arguments, or names of a program's inputs.
      const symmetrize = c.symmetrize?.some((s) => s === k || s === c.wrt?.[k]) ?? false;
      return labelled(`${what}[${k}]`, difference(got[k], w, { ...rule(what), symmetrize }));
    });

  const lines: string[] = [];
  if (c.out !== undefined) lines.push(...compare("out", f(...xs), c.out));
  if (c.tags?.includes("not-differentiable") === true) lines.push(...untraced(f, xs));
  if (c.g === undefined || c.vjp === undefined) return lines;

  const g = cotangent(c.g);
  const pulled = (...ys: Tensor[]): Tensor[] => vjp(f, ...ys)[1](g);
  const back = pulled(...xs);
  const accepted = [c.vjp, ...(c.alternatives ?? []).map((a) => a.vjp)].map((want) =>
    compareInputs("vjp", back, want),
  );
  if (accepted.every((problems) => problems.length > 0)) lines.push(...accepted[0]!);

  if (c.tangents === undefined) return lines;
  const ts = c.tangents.map(tensor);
  if (c.jvp !== undefined) lines.push(...compare("jvp", jvp(f, xs, ts)[1], c.jvp));
  if (c.hvp === undefined) return lines;
  const product = (...ys: Tensor[]): number => pulled(...ys).map((v, k) => sum(mul(v, ts[k]!))).reduce((a, b) => nd.add(a, b)); // prettier-ignore
  const argnums = xs.map((_, k) => k);
  lines.push(...compareInputs("hvp", grad(product, { argnums })(...xs), c.hvp));
  lines.push(
    ...compareInputs("hvp", jvp(pulled, xs, ts)[1], c.hvp).map((line) => `forward over reverse ${line}`),
  );
  return lines;
}

function labelled(what: string, problem: string): string[] {
  return problem === "" ? [] : [`${what}: ${problem}`];
}

/** `null` in a list is an output without derivative: nothing flows from it. */
function cotangent(g: Value): Tensor {
  const gs = stored(g).map((v) => (v === null ? null : tensor(v)));
  return (isStored(g) ? gs[0] : gs) as Tensor;
}

function untraced(f: F, xs: Tensor[]): string[] {
  const args = xs.length > 0 ? xs : [0];
  let traced = false;
  vjp(
    (...ys: Tensor[]) => {
      traced = list(f(...ys)).some((y) => (y as unknown) instanceof Container);
      return 0;
    },
    ...args,
  );
  return traced ? ["the result carries a trace"] : [];
}

const classes = {
  shape: nd.ShapeError,
  axis: nd.AxisError,
  index: nd.IndexError,
  value: nd.ValueError,
  linalg: nd.LinalgError,
} as const;

function runError(c: Case): string[] {
  const expected = classes[c.error ?? "value"];
  try {
    functionOf(c)[0]();
  } catch (error) {
    if (error instanceof expected) return [];
    return [`threw ${String(error)}, expected ${expected.name}`];
  }
  return [`did not throw, expected ${expected.name}`];
}

function runMatrix(c: Case, kind: "jacobian" | "hessian"): string[] {
  const [f, [x]] = programOf(c);
  const want = c[kind]!;
  const rule: Rule = { tol: c.tol?.[kind] ?? 1e-10, accuracy: false, skipNaN: false, symmetrize: false };
  const ways =
    kind === "hessian"
      ? [nd.hessian(f as (x: Tensor) => number)]
      : [nd.jacobian(f as (x: Tensor) => Tensor), nd.jacobianForward(f as (x: Tensor) => Tensor), nd.jacobianReverse(f as (x: Tensor) => Tensor)]; // prettier-ignore
  return ways.flatMap((way) => labelled(kind, difference(way(x!), want, rule)));
}

function runDerivatives(c: Case): string[] {
  const { at = [], order = 0, wrt = [], steps = [], output = "" } = c;
  const f = (x: number): number => {
    const env = new Map<string, unknown>([[wrt[0]!, x]]);
    execute(steps, env);
    return env.get(output as string) as number;
  };
  const towers = [f];
  for (let k = 1; k <= order; k++) towers.push(grad(towers[k - 1]!));
  const got = at.map((x) => towers.map((d) => d(x)));
  const rule: Rule = {
    tol: c.tol?.["derivatives"] ?? 1e-10,
    accuracy: false,
    skipNaN: false,
    symmetrize: false,
  };
  return labelled("derivatives", difference(nd.array(got), c.derivatives!, rule));
}

/** The solution, and its cotangents by the implicit function theorem. */
function runFixedPoint(c: Case): string[] {
  const { wrt = [], steps = [], output = "", state = "" } = c;
  const inputs = Object.entries(c.inputs ?? {}).map(
    ([name, value]) => [name, argument(value) as Tensor] as const,
  );
  const solve = (...xs: Tensor[]): Tensor => {
    const params = Object.fromEntries([...inputs, ...wrt.map((name, k) => [name, xs[k]!] as const)]);
    const step = (p: Readonly<Record<string, Tensor>>, x: Tensor): Tensor => {
      const env = new Map<string, unknown>([...Object.entries(p), [state, x]]);
      execute(steps, env);
      return env.get(output as string) as Tensor;
    };
    return nd.fixedPoint(step, params, tensor(c.x0!));
  };
  const rule: Rule = { tol: 1e-8, accuracy: false, skipNaN: false, symmetrize: false };
  const [x, pull] = vjp(solve, ...wrt.map((name) => Object.fromEntries(inputs)[name]!));
  const cotangents = pull(cotangent(c.g!));
  return [
    ...labelled("solution", difference(x, c.solution!, rule)),
    ...c.vjp!.flatMap((want, k) =>
      labelled(`vjp[${k}]`, difference(cotangents[k], want, { ...rule, tol: c.tol?.["vjp"] ?? 1e-8 })),
    ),
  ];
}

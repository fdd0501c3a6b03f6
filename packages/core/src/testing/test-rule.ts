/** Does a primitive keep the contracts of derivative rules? What the author of a rule runs on it. */
import { MissingRuleError } from "../errors.js";
import { findSpace, spaceOf } from "../kinds.js";
import type { Primitive, PrimitiveFn } from "../rules.js";
import type { Space } from "../space.js";
import { checkGrads } from "./check-grads.js";
import { mustAgree } from "./compare.js";
import { dotScale } from "./coordinates.js";
import { checkFirstOrder, pullBack, pushForward } from "./first-order.js";
import { settings } from "./options.js";
import type { Mode, Settings } from "./options.js";
import { Problem } from "./problem.js";

/** What could be tested. */
export interface Tested {
  readonly modes: readonly Mode[];
  /** 2, or 1 where a rule uses a primitive that has no rules itself. */
  readonly order: 1 | 2;
  /** Positions of the arguments that have derivatives. */
  readonly argnums: readonly number[];
}

type List = readonly unknown[];

/**
 * Throws an Error that names the broken contract: rules for every argument, in both modes the same arguments;
 * cotangents and tangents of the right form; linear; equal to differences and to each other; no argument written
 * to; good for a second call, for arguments that are not traced, and for outputs that are not used; exact to second order.
 */
export function testRule(spaces: readonly Space[], fn: PrimitiveFn<List, unknown>, args: List): Tested {
  const p = fn.primitive;
  const who = `testRule(${p.name})`;
  const modes = (["fwd", "rev"] as const).filter((mode) => p[RULES_OF[mode]] !== undefined);
  if (!p.differentiable || modes.length === 0)
    throw new Error(
      `${who}: expected a primitive with derivative rules, got one without. Give it rules, or don't test them.`,
    );
  const absent = withoutCotangent(spaces, p, args);
  const argnums = [...args.keys()].filter(
    (i) => findSpace(spaces, args[i]) !== undefined && moves(p, who, i, absent(i)),
  );
  const at = (xs: List): unknown[] => args.map((x, i) => (argnums.includes(i) ? xs[argnums.indexOf(i)] : x));
  const f = (...xs: unknown[]): unknown => fn(...at(xs));
  const xs = argnums.map((i) => args[i]);

  const problem = new Problem(spaces, who, f, xs);
  const first: Settings = settings({ modes, order: 1 });
  checkFirstOrder(problem, first);
  checkLinear(problem, first);
  checkEachAlone(spaces, problem, first);
  return { modes, argnums, order: secondOrder(() => checkGrads(spaces, f, xs, { modes, order: 2 }, who)) };
}

const RULES_OF = { fwd: "jvp", rev: "vjp" } as const;

/** Which arguments a joint reverse rule gives `null` for; `undefined` where rules are a list. */
function withoutCotangent(
  spaces: readonly Space[],
  p: Primitive,
  args: List,
): (i: number) => boolean | undefined {
  const rule = p.vjp;
  if (typeof rule !== "function") return () => undefined;
  const ones = (y: unknown): unknown => spaceOf(spaces, p.name, y).onesLike(y);
  const ans = p.impl(...args);
  const cotangents = rule(Array.isArray(ans) ? ans.map(ones) : ones(ans), ans, ...args) as List;
  return (i) => cotangents[i] === null;
}

/** Has argument `i` a derivative? Both modes must say the same, and neither may be silent. */
function moves(p: Primitive, who: string, i: number, absent: boolean | undefined): boolean {
  const said = (["vjp", "jvp"] as const).flatMap((mode) => {
    const rules = p[mode];
    if (rules === undefined) return [];
    if (typeof rules === "function") return mode === "vjp" && absent !== undefined ? [!absent] : [];
    const rule = rules[i];
    if (rule === undefined)
      throw new Error(
        `${who}: expected a ${mode} rule for argument ${i}, got a list of ${rules.length}. Give null where there is no derivative.`,
      );
    return [rule !== null];
  });
  if (new Set(said).size > 1)
    throw new Error(
      `${who}: expected both modes to differentiate argument ${i} or neither, got null in one. State one derivative.`,
    );
  return said[0] ?? true;
}

/** rule(16a + b) = 16 rule(a) + rule(b), in both modes, and its negative: a rule that clips shows, at either side. */
function checkLinear(problem: Problem, { modes, random, tolerances }: Settings): void {
  const { input, output } = problem;
  const check = (mode: Mode, map: (v: Float64Array) => Float64Array, space: typeof input): void => {
    const [a, b] = [space.random(random), space.random(random)];
    const [fa, fb] = [map(a), map(b)];
    const want = fa.map((v, i) => 16 * v + fb[i]!);
    const claim = {
      mode,
      order: 1,
      of: "the arguments together",
      by: "linearity of the rule",
      remedy: "A rule is linear in its cotangent or tangent.",
      tolerance: tolerances.linearity,
      floor: Math.max(1e-3, 16 * Math.sqrt(dotScale(fa, fa))),
    };
    for (const sign of [1, -1]) {
      const got = map(a.map((v, i) => sign * (16 * v + b[i]!)));
      mustAgree(problem, claim, got, want.map((w) => sign * w)); // prettier-ignore
    }
  };
  if (modes.includes("fwd")) check("fwd", (t) => pushForward(problem, t), input);
  if (modes.includes("rev")) check("rev", (g) => pullBack(problem, g), output);
}

/** Each argument traced alone, and each output used alone, gives what all together give. */
function checkEachAlone(
  spaces: readonly Space[],
  problem: Problem,
  { modes, random, tolerances }: Settings,
): void {
  if (!modes.includes("rev")) return;
  const { xs, ys, f, input, output, who } = problem;
  const agree = (of: string, got: Float64Array, want: Float64Array): void => {
    const claim = {
      mode: "rev",
      order: 1,
      of,
      by: "the rules with everything traced and used",
      tolerance: tolerances.linearity,
    };
    mustAgree(
      problem,
      { ...claim, floor: 1e-3, remedy: "A rule may not rely on what else is traced or used." },
      got,
      want,
    );
  };
  const g = output.random(random);
  const all = pullBack(problem, g);
  xs.forEach((x, k) => {
    const alone = new Problem(spaces, who, (xk) => f(...xs.with(k, xk)), [x]);
    const own = all.filter((_, i) => input.locate(i).part === k);
    agree(`${problem.labels[k]}, traced alone`, pullBack(alone, g), own);
  });
  if (ys.length === 1) return;
  ys.forEach((_, k) => {
    const alone = new Problem(spaces, who, (...all) => f(...all)[k], xs);
    const own = g.filter((_, i) => output.locate(i).part === k);
    const padded = g.map((c, i) => (output.locate(i).part === k ? c : 0));
    agree(`the arguments together, output ${k} used alone`, pullBack(alone, own), pullBack(problem, padded));
  });
}

/** A rule that uses a primitive without rules is good for first derivatives only. */
function secondOrder(check: () => void): 1 | 2 {
  try {
    check();
    return 2;
  } catch (error) {
    if (error instanceof MissingRuleError) return 1;
    throw error;
  }
}

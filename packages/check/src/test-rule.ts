/** Checking that the rules of a primitive keep their contract. */
import { MissingRuleError, findSpace, spaceOf } from "@ndgrad/core";
import type { Primitive, PrimitiveFn, Space } from "@ndgrad/core";
import { checkGrads } from "./check-grads.js";
import { checkEachAlone, checkLinear } from "./contracts.js";
import { checkFirstOrder } from "./first-order.js";
import { settings } from "./options.js";
import type { Mode, Settings } from "./options.js";
import { Problem } from "./problem.js";
import { checkWritesNothing } from "./writes.js";

/** The modes, order and arguments that could be tested. */
export interface Tested {
  readonly modes: readonly Mode[];
  /** 2, or 1 if a rule uses a primitive that itself has no rules. */
  readonly order: 1 | 2;
  /** Positions of the arguments that have derivatives. */
  readonly argnums: readonly number[];
}

type List = readonly unknown[];

/**
 * Throws an Error that names the broken part of the contract: there are rules for every argument, and both modes
 * differentiate the same ones; cotangents and tangents have the right form; rules are linear, equal to differences and
 * to each other; nothing is written to; they hold for a second call of a pull, for arguments that are not traced and
 * for outputs that are not used; they are exact to second order.
 */
export function testRule(spaces: readonly Space[], fn: PrimitiveFn<List, unknown>, args: List): Tested {
  const p = fn.primitive;
  const who = `testRule(${p.name})`;
  const modes = (["fwd", "rev"] as const).filter((mode) => p[RULES_OF[mode]] !== undefined);
  if (!p.isDifferentiable || modes.length === 0)
    throw new Error(
      `${who}: expected a primitive with derivative rules, got one without. Give it rules, or don't test them.`,
    );
  const hasNoCotangent = jointNulls(spaces, p, args);
  const argnums = [...args.keys()].filter(
    (i) => findSpace(spaces, args[i]) !== undefined && hasDerivative(p, who, i, hasNoCotangent(i)),
  );
  const at = (xs: List): unknown[] => args.map((x, i) => (argnums.includes(i) ? xs[argnums.indexOf(i)] : x));
  const f = (...xs: unknown[]): unknown => fn(...at(xs));
  const xs = argnums.map((i) => args[i]);

  const problem = new Problem(spaces, who, f, xs);
  const first: Settings = settings({ modes, order: 1 });
  checkFirstOrder(problem, first);
  checkLinear(problem, first);
  checkEachAlone(spaces, problem, first);
  checkWritesNothing(spaces, problem, p, args, argnums, first);
  return { modes, argnums, order: secondOrder(() => checkGrads(spaces, f, xs, { modes, order: 2 }, who)) };
}

const RULES_OF = { fwd: "jvp", rev: "vjp" } as const;

/** Tells whether a joint reverse rule returns `null` for argument `i`; `undefined` if the rules are a list. */
function jointNulls(spaces: readonly Space[], p: Primitive, args: List): (i: number) => boolean | undefined {
  const rule = p.vjp;
  if (typeof rule !== "function") return () => undefined;
  const ones = (y: unknown): unknown => spaceOf(spaces, p.name, y).onesLike(y);
  const ans = p.impl(...args);
  const cotangents = rule(Array.isArray(ans) ? ans.map(ones) : ones(ans), ans, ...args) as List;
  return (i) => cotangents[i] === null;
}

/** True if argument `i` has a derivative. Throws if the modes disagree, or if a list of rules is too short. */
function hasDerivative(p: Primitive, who: string, i: number, isNull: boolean | undefined): boolean {
  const said = (["vjp", "jvp"] as const).flatMap((mode) => {
    const rules = p[mode];
    if (rules === undefined) return [];
    if (typeof rules === "function") return mode === "vjp" && isNull !== undefined ? [!isNull] : [];
    const rule = rules[i];
    if (rule === undefined)
      throw new Error(
        `${who}: expected a ${mode} rule for argument ${i}, got a list of ${rules.length}. Give null where there is no derivative.`,
      );
    return [rule !== null];
  });
  if (new Set(said).size > 1)
    throw new Error(
      `${who}: expected both modes to differentiate argument ${i} or neither, got null in one. Give both modes the same derivative.`,
    );
  return said[0] ?? true;
}

/** A rule that uses a primitive without rules serves first derivatives only. */
function secondOrder(check: () => void): 1 | 2 {
  try {
    check();
    return 2;
  } catch (error) {
    if (error instanceof MissingRuleError) return 1;
    throw error;
  }
}

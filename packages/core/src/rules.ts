/** Derivative rules: their types, and the record of a primitive that carries them. */

import { MissingRuleError } from "./errors.js";

export type Args = readonly unknown[];

/**
 * `A`, but not to be inferred from where this stands: the argument types of rules follow from the primitive.
 * (`NoInfer` would lose that a function may take fewer arguments.)
 */
export type Declared<A extends Args> = Parameters<(...args: A) => void>;

/** Several outputs are a JS array; outputs that nothing was computed from have no cotangent. */
export type Cotangent<R> = R extends readonly unknown[] ? { readonly [I in keyof R]: R[I] | undefined } : R;
/** Tangent of a result; `null` marks an output that never moves (the sign of a determinant). */
export type Tangent<R> = R extends readonly unknown[] ? { readonly [I in keyof R]: R[I] | null } : R;

/**
 * Reverse rules: a list with one entry per argument, `(g, ans, ...args) => cotangent`, or one function for all
 * arguments at once that returns such a list of cotangents. `null` says that an argument has no derivative.
 */
export type VjpRules<A extends Args, R> =
  | { readonly [I in keyof A]: ((g: Cotangent<R>, ans: R, ...args: A) => A[I]) | null }
  | ((g: Cotangent<R>, ans: R, ...args: A) => { readonly [I in keyof A]: A[I] | null });

/**
 * Forward rules: a list with one entry per argument, `(t, ans, ...args) => tangent`; or `"linear"`, where the
 * tangent is the primitive itself with the argument replaced by `t`; or one function for all arguments at once,
 * whose tangents are `null` for arguments that do not move.
 */
export type JvpRules<A extends Args, R> =
  | { readonly [I in keyof A]: ((t: A[I], ans: R, ...args: A) => Tangent<R>) | "linear" | null }
  | ((ts: { readonly [I in keyof A]: A[I] | null }, ans: R, ...args: A) => Tangent<R>);

/** Both modes of one primitive. A mode may be left out and attached later, by this or another library. */
export interface Rules<A extends Args, R> {
  readonly vjp?: VjpRules<A, R>;
  readonly jvp?: JvpRules<A, R>;
}

export type Mode = "vjp" | "jvp";
export type Rule = (gOrT: unknown, ans: unknown, ...args: unknown[]) => unknown;
/** Rules with their argument types forgotten: a list, or one function for all arguments. */
export type RuleSet = readonly (Rule | null)[] | Rule;

/**
 * One application to a whole batch: `batched[i]` says that argument i holds all examples, one after the other, where
 * the primitive expects one. The answer, or each of several, holds all examples.
 */
export type BatchRule<A extends Args> = (batched: readonly boolean[], ...args: A) => unknown;

/** What a trace sees of a primitive: its name, its meaning on plain values, and its rules. */
export class Primitive {
  vjp: RuleSet | undefined = undefined;
  jvp: RuleSet | undefined = undefined;
  /** Absent, a batch is a loop over its examples. */
  batch: BatchRule<unknown[]> | undefined = undefined;
  /** Neither implementation nor rules keep what they are given or make: they may work in memory that is taken back. */
  confined = false;
  /** The function that users call. A trace calls it again with lowered arguments, so that outer traces see it too. */
  call: (...args: unknown[]) => unknown = () => undefined;

  readonly impl: (...args: unknown[]) => unknown;

  constructor(
    readonly name: string,
    impl: (...args: never) => unknown,
    /** False for functions that take traced values but never enter a graph (comparisons, argmax). */
    readonly differentiable: boolean,
  ) {
    // The typed signature of `primitive` has checked the arguments; a trace applies every primitive alike.
    this.impl = impl as (...args: unknown[]) => unknown;
  }
}

/** A function that traces see, with the record that they read. */
export type PrimitiveFn<A extends Args, R> = ((...args: A) => R) & { readonly primitive: Primitive };

/**
 * Attach derivative rules to a primitive, here or in another library. Throws where a mode has rules already:
 * two libraries that disagree about a derivative should not depend on who loads last.
 */
export function attachRules<A extends Args, R>(fn: PrimitiveFn<A, R>, rules: Rules<A, R>): void {
  const { primitive } = fn;
  for (const mode of ["vjp", "jvp"] as const) {
    const given = rules[mode];
    if (given === undefined) continue;
    if (primitive[mode] !== undefined)
      throw new TypeError(
        `${primitive.name}: expected no ${mode} rules yet, got a second set. Attach each mode once.`,
      );
    primitive[mode] = forget(primitive, given);
  }
}

/** Give a primitive a way to be applied to a batch at once; without one, `vmap` loops over the examples. */
export function attachBatching<A extends Args, R>(fn: PrimitiveFn<A, R>, rule: BatchRule<A>): void {
  // As in `forget`: the signature has checked the types.
  fn.primitive.batch = rule as (batched: readonly boolean[], ...args: never) => unknown as BatchRule<
    unknown[]
  >;
}

/**
 * Declare that neither the implementation nor the rules of `fn` keep, beyond their run, what they are given or make. A
 * library says so of its own primitives where its kind of value has a `Scope`; others are given ordinary copies.
 */
export function confine<F extends { readonly primitive: Primitive }>(fn: F): F {
  fn.primitive.confined = true;
  return fn;
}

/** Store rules without their argument types, `"linear"` entries expanded. */
function forget(primitive: Primitive, given: unknown): RuleSet {
  // The typed public signature of `attachRules` has checked lengths and types; a trace calls every rule alike.
  if (typeof given === "function") return given as Rule;
  const list = given as readonly (Rule | "linear" | null)[];
  return list.map((rule, i) => (rule === "linear" ? linearIn(primitive, i) : rule));
}

function linearIn(primitive: Primitive, i: number): Rule {
  return (t, _ans, ...args) => primitive.call(...args.slice(0, i), t, ...args.slice(i + 1));
}

/** False where the rule of argument `i` is `null`: it has no derivative. Throws where there is no rule. */
export function hasRule(p: Primitive, mode: Mode, i: number): boolean {
  const rules = p[mode];
  if (typeof rules === "function") return true;
  const rule = rules?.[i];
  if (rule !== undefined) return rule !== null;
  throw new MissingRuleError(
    `${p.name}: expected a ${mode} rule for argument ${i}, got none. ` +
      `Attach it with attachRules(${p.name}, { ${mode}: [...] }), or wrap the argument in stopGradient.`,
  );
}

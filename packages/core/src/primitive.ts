/** Making primitives: a function of plain values, and its derivative rules, typed by its argument list. */
import type { Contribution } from "./space.js";
import { Primitive } from "./tracer.js";
import type { Rule, RuleSet } from "./tracer.js";

export type Args = readonly unknown[];

/**
 * `A`, but never inferred from this position: the primitive determines the argument types of its rules. (With
 * `NoInfer`, a rule could not omit trailing arguments.)
 */
export type Declared<A extends Args> = Parameters<(...args: A) => void>;

/** Cotangent of a result. Several outputs are a JS array, with `undefined` for outputs that were not used. */
export type Cotangent<R> = R extends readonly unknown[] ? { readonly [I in keyof R]: R[I] | undefined } : R;
/** Tangent of a result; `null` marks an output that is piecewise constant, such as the sign of a determinant. */
export type Tangent<R> = R extends readonly unknown[] ? { readonly [I in keyof R]: R[I] | null } : R;

/**
 * Reverse rules: a list with one entry per argument, `(g, ans, ...args) => cotangent`, or one function for all
 * arguments at once that returns such a list of cotangents. `null` says that an argument has no derivative.
 */
export type VjpRules<A extends Args, R> =
  | { readonly [I in keyof A]: ((g: Cotangent<R>, ans: R, ...args: A) => A[I] | Contribution) | null }
  | ((g: Cotangent<R>, ans: R, ...args: A) => { readonly [I in keyof A]: A[I] | Contribution | null });

/**
 * Forward rules: a list with one entry per argument, `(t, ans, ...args) => tangent`; or `"linear"`, where the
 * tangent is the primitive itself with the argument replaced by `t`; or one function for all arguments at once,
 * which gets `null` as the tangent of arguments that are constant.
 */
export type JvpRules<A extends Args, R> =
  | { readonly [I in keyof A]: ((t: A[I], ans: R, ...args: A) => Tangent<R>) | "linear" | null }
  | ((ts: { readonly [I in keyof A]: A[I] | null }, ans: R, ...args: A) => Tangent<R>);

/** Rules for both modes. A mode may be omitted and attached later, by this library or another. */
export interface Rules<A extends Args, R> {
  readonly vjp?: VjpRules<A, R>;
  readonly jvp?: JvpRules<A, R>;
}

/**
 * Applies a primitive to a whole batch. `isMapped[i]` says that argument i holds all examples, stacked as its space
 * defines; the other arguments are the same for every example. Each output holds all examples.
 */
export type BatchRule<A extends Args> = (isMapped: readonly boolean[], ...args: A) => unknown;

export interface PrimitiveOptions {
  /**
   * Promise that neither the implementation nor the rules keep a value, given or made, after they return. A library
   * with a `Scope` promises it for its own primitives; primitives without the promise are given ordinary copies.
   */
  readonly noEscape?: boolean;
}

/** A function that traces can see, with the record that they read. */
export type PrimitiveFn<A extends Args, R> = ((...args: A) => R) & { readonly primitive: Primitive };

/**
 * Wrap `impl`, a pure function of plain values, into a function that every trace can see. `impl` must take
 * everything that is differentiated as an argument; returning a JS array means several outputs.
 * Rules may be given here or attached later with `attachRules`.
 */
export function primitive<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
  rules: Rules<Declared<A>, R> = {},
  { noEscape = false }: PrimitiveOptions = {},
): PrimitiveFn<A, R> {
  const fn = functionOf<A, R>(new Primitive(name, impl, true, noEscape));
  // `Declared<A>` is `A`.
  attachRules(fn, rules as Rules<A, R>);
  return fn;
}

/** Wrap a function that accepts traced values but has no derivative: its result is plain, and no trace records it. */
export function nonDifferentiable<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
  { noEscape = false }: PrimitiveOptions = {},
): PrimitiveFn<A, R> {
  return functionOf(new Primitive(name, impl, false, noEscape));
}

function functionOf<A extends Args, R>(p: Primitive): PrimitiveFn<A, R> {
  // `Primitive` does not carry the argument types, which the signatures above have checked.
  return Object.assign(p.call as (...args: Args) => R, { primitive: p });
}

/**
 * Attach derivative rules to a primitive, from any library. Throws TypeError if the mode already has rules: the
 * derivative must not depend on which library was loaded last.
 */
export function attachRules<A extends Args, R>(fn: PrimitiveFn<A, R>, rules: Rules<A, R>): void {
  const p = fn.primitive;
  for (const mode of ["vjp", "jvp"] as const) {
    const given = rules[mode];
    if (given === undefined) continue;
    if (p[mode] !== undefined)
      throw new TypeError(
        `${p.name}: expected no ${mode} rules yet, got a second set. Attach each mode once.`,
      );
    p[mode] = ruleSet(p, given);
  }
}

/** Give a primitive a way to be applied to a batch at once; without one, `vmap` loops over the examples. */
export function attachBatching<A extends Args, R>(fn: PrimitiveFn<A, R>, rule: BatchRule<A>): void {
  const p = fn.primitive;
  // As in `ruleSet`: the signature has checked the types.
  p.batch = p.guard(rule as BatchRule<never> as NonNullable<Primitive["batch"]>);
}

/** Rules without their argument types, `"linear"` entries expanded. */
function ruleSet(p: Primitive, given: unknown): RuleSet {
  // The signature of `attachRules` has checked lengths and types; traces call every rule in the same way.
  if (typeof given === "function") return p.guard(given as Rule);
  const list = given as readonly (Rule | "linear" | null)[];
  return list.map((rule, i) => (rule === "linear" ? linearIn(p, i) : rule && p.guard(rule)));
}

/** The tangent of a primitive that is linear in argument `i`: itself, with `t` in place of the argument. */
function linearIn(p: Primitive, i: number): Rule {
  return (t, _ans, ...args) => p.apply(args.with(i, t));
}

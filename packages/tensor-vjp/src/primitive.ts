/** How primitives are defined: the shape of the answer, the kernel, the derivative and the batching, each stated once. */
import "./default-backend.js";
import { attachBatching, nonDifferentiable as plainOf, primitive as traced } from "@ndgrad/core";
import type { Args, BatchRule, Declared, JvpRules, PrimitiveFn, Rules, VjpRules } from "@ndgrad/core";
import { named } from "./errors.js";
import { canAlias, scratch } from "./scope.js";
import { result } from "./tensor.js";
import type { Nd, Shape, Tensor } from "./tensor.js";

/** A primitive with one tensor as answer. */
export type Op<A extends Args> = PrimitiveFn<A, Tensor>;

/** Both modes of a derivative: `linear`, `bilinear` and `selfAdjoint` make them of one fact, else they are a pair. */
export interface Derivative<A extends Args, R> {
  readonly vjp: VjpRules<A, R>;
  readonly jvp: JvpRules<A, R>;
}

/** What every primitive says of itself beside its meaning. */
export interface Calculus<A extends Args, R> {
  /** `null`: constant wherever it is smooth. The answer is plain, and in no graph. */
  readonly derivative: Derivative<A, R> | null;
  /** One application to a whole batch; `eachExample` asks for a loop. */
  readonly batching: BatchRule<A> | BatchingFor;
}

/** One array as answer, which a kernel fills. */
export interface ArrayMeaning<A extends Args> {
  /** The shape of the answer. The only validator: it throws before anything is allocated. */
  shape(...args: A): Shape;
  /** Write every entry of the answer into `out`, which is contiguous and holds anything, trusting the arguments. */
  kernel(out: Nd, ...args: A): void;
  /** The answer as a view of the first argument: asked for where sharing is safe; `undefined` where no view will do. */
  view?(...args: A): Nd | undefined;
}

/** Several arrays as answer. */
export interface ArraysMeaning<A extends Args, R extends readonly Tensor[]> {
  shapes(...args: A): { readonly [I in keyof R]: Shape };
  kernel(outs: { readonly [I in keyof R]: Nd }, ...args: A): void;
}

/** An answer that is no float64 array (a mask, positions), or that is made of other primitives. */
export interface ValueMeaning<A extends Args, R> {
  compute(...args: A): R;
}

/** A way to batch that needs to know of a primitive only what to call. */
export interface BatchingFor {
  readonly ruleFor: <A extends Args>(fn: (...args: A) => unknown) => BatchRule<A> | undefined;
}

/** The slow way, which holds for any primitive: a loop over the examples. */
export const eachExample: BatchingFor = { ruleFor: () => undefined };

/** For what takes any leading axes and one batched argument: the examples are one more of them. */
export const leadingAxis: BatchingFor = {
  ruleFor:
    (fn) =>
    (_batched, ...args) =>
      fn(...args),
};

/**
 * Define a primitive. The argument types come from the declared type of the constant that it is assigned to, so that its
 * rules may mention it.
 */
export function primitive<A extends Args>(
  name: string,
  definition: ArrayMeaning<Declared<A>> & Calculus<Declared<A>, Tensor>,
): Op<A>;
export function primitive<A extends Args, R extends readonly Tensor[]>(
  name: string,
  definition: ArraysMeaning<Declared<A>, R> & Calculus<Declared<A>, R>,
): PrimitiveFn<A, R>;
export function primitive<A extends Args, R>(
  name: string,
  definition: ValueMeaning<Declared<A>, R> & Calculus<Declared<A>, R>,
): PrimitiveFn<A, R>;
export function primitive(name: string, definition: object): unknown {
  // The signatures above have checked that the argument lists agree: here they are forgotten.
  const stated = definition as Meaning & Calculus<Args, unknown>;
  const impl = "shape" in stated ? filling(name, stated) : computing(name, stated);
  return define(name, impl, stated);
}

type Meaning = ArrayMeaning<Args> | ArraysMeaning<Args, readonly Tensor[]> | ValueMeaning<Args, unknown>;

const NO_ESCAPE = { noEscape: true };

/** The primitive with the meaning `impl` on plain values, which sees to its own errors. */
export function define<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
  { derivative, batching }: Calculus<A, R>,
): PrimitiveFn<A, R> {
  // It keeps nothing that it is given or makes, nor do its rules: all may lie in the memory of the transform.
  const fn =
    derivative === null
      ? plainOf(name, impl, NO_ESCAPE)
      : traced(name, impl, derivative as Rules<Declared<A>, R>, NO_ESCAPE);
  const rule = "ruleFor" in batching ? batching.ruleFor<A>(fn) : batching;
  if (rule !== undefined) attachBatching(fn, rule);
  return fn;
}

/** The function of plain values that a meaning stands for. */
function computing(
  name: string,
  meaning: ArraysMeaning<Args, readonly Tensor[]> | ValueMeaning<Args, unknown>,
): (...args: Args) => unknown {
  return (...args) => {
    try {
      return "compute" in meaning ? meaning.compute(...args) : filledAll(meaning, args);
    } catch (error) {
      throw named(error, name);
    }
  };
}

/** The same with one array as answer. Up to three arguments go without a list, which costs more than small kernels do. */
function filling(name: string, meaning: ArrayMeaning<Args>): (...args: Args) => unknown {
  return (x, y, z, ...more) => {
    try {
      // Who declares fewer passes over what is `undefined`.
      const shape = more.length === 0 ? meaning.shape(x, y, z) : meaning.shape(x, y, z, ...more);
      if (meaning.view !== undefined && canAlias(x)) {
        const shared = meaning.view(x, y, z, ...more);
        // A view that did not tell that it lies in memory that is taken back would leave as it is.
        if (shared !== undefined && canAlias(shared)) return result(shared);
      }
      const out = scratch(shape);
      if (more.length === 0) meaning.kernel(out, x, y, z);
      else meaning.kernel(out, x, y, z, ...more);
      return result(out);
    } catch (error) {
      throw named(error, name);
    }
  };
}

function filledAll(meaning: ArraysMeaning<Args, readonly Tensor[]>, args: Args): Tensor[] {
  const outs = meaning.shapes(...args).map((shape) => scratch(shape));
  meaning.kernel(outs, ...args);
  return outs.map(result);
}

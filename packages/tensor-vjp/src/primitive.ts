/** Defines primitives: the shape of the answer, the kernel, the derivative and the batching, each stated once. */
import "./default-backend.js";
import { attachBatching, nonDifferentiable as plainOf, primitive as traced } from "@ndgrad/core";
import type { Args, BatchRule, Declared, JvpRules, PrimitiveFn, Rules, VjpRules } from "@ndgrad/core";
import { nameError } from "./errors.js";
import { canAlias, scratch } from "./scope.js";
import { result } from "./tensor.js";
import type { Nd, Shape, Tensor } from "./tensor.js";

/** A primitive whose answer is one tensor. */
export type Op<A extends Args> = PrimitiveFn<A, Tensor>;

/** Both modes of a derivative. `linear`, `bilinear` and `selfAdjoint` make them from one fact; otherwise write both. */
export interface Derivative<A extends Args, R> {
  readonly vjp: VjpRules<A, R>;
  readonly jvp: JvpRules<A, R>;
}

/** What every primitive states besides its meaning. */
export interface Calculus<A extends Args, R> {
  /** `null`: constant wherever it is smooth. Its answer is plain and never in a graph. */
  readonly derivative: Derivative<A, R> | null;
  /** One call for a whole batch; `eachExample` asks for a loop. */
  readonly batching: BatchRule<A> | BatchingFor;
}

/** The answer is one array, filled by a kernel. */
export interface ArrayMeaning<A extends Args> {
  /** The shape of the answer. The only validator: it throws before anything is allocated. */
  shape(...args: A): Shape;
  /** Write every entry of `out`, which is contiguous and not cleared. The arguments have passed `shape`. */
  kernel(out: Nd, ...args: A): void;
  /** The answer as a view of the first argument, if there is one. Called only where sharing memory is safe. */
  view?(...args: A): Nd | undefined;
}

/** The answer is several arrays. */
export interface ArraysMeaning<A extends Args, R extends readonly Tensor[]> {
  shapes(...args: A): { readonly [I in keyof R]: Shape };
  kernel(outs: { readonly [I in keyof R]: Nd }, ...args: A): void;
}

/** The answer is not a float64 array (a mask, positions), or is made of other primitives. */
export interface ValueMeaning<A extends Args, R> {
  compute(...args: A): R;
}

/** A way of batching that works for many primitives: it only calls `fn`. */
export interface BatchingFor {
  readonly ruleFor: <A extends Args>(fn: (...args: A) => unknown) => BatchRule<A> | undefined;
}

/** A loop over the examples: slow, but correct for any primitive. */
export const eachExample: BatchingFor = { ruleFor: () => undefined };

/** For primitives of one batched argument that accept any leading axes: the examples are one more of these. */
export const leadingAxis: BatchingFor = {
  ruleFor:
    (fn) =>
    (_batched, ...args) =>
      fn(...args),
};

/**
 * Define a primitive. The argument types come from the declared type of the constant that it is assigned to, which lets its
 * rules refer to it.
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
  // The signatures above have checked that the argument lists agree; from here on they are not tracked.
  const stated = definition as Meaning & Calculus<Args, unknown>;
  const impl = "shape" in stated ? implOfArray(name, stated) : implOfValues(name, stated);
  return define(name, impl, stated);
}

type Meaning = ArrayMeaning<Args> | ArraysMeaning<Args, readonly Tensor[]> | ValueMeaning<Args, unknown>;

const NO_ESCAPE = { noEscape: true };

/** The primitive that computes `impl` on plain values. `impl` puts `name` on its own errors. */
export function define<A extends Args, R>(
  name: string,
  impl: (...args: A) => R,
  { derivative, batching }: Calculus<A, R>,
): PrimitiveFn<A, R> {
  // Neither implementation nor rules keep what they are given or make, so all of it may be in the transform's memory.
  const fn =
    derivative === null
      ? plainOf(name, impl, NO_ESCAPE)
      : traced(name, impl, derivative as Rules<Declared<A>, R>, NO_ESCAPE);
  const rule = "ruleFor" in batching ? batching.ruleFor<A>(fn) : batching;
  if (rule !== undefined) attachBatching(fn, rule);
  return fn;
}

/** The function of plain values for a meaning with several arrays, or other values, as answer. */
function implOfValues(
  name: string,
  meaning: ArraysMeaning<Args, readonly Tensor[]> | ValueMeaning<Args, unknown>,
): (...args: Args) => unknown {
  return (...args) => {
    try {
      return "compute" in meaning ? meaning.compute(...args) : fillAll(meaning, args);
    } catch (error) {
      throw nameError(error, name);
    }
  };
}

/** The same for one array as answer. Up to three arguments are passed without a list, which costs more than small kernels. */
function implOfArray(name: string, meaning: ArrayMeaning<Args>): (...args: Args) => unknown {
  return (x, y, z, ...more) => {
    try {
      // Functions that declare fewer parameters ignore the rest.
      const shape = more.length === 0 ? meaning.shape(x, y, z) : meaning.shape(x, y, z, ...more);
      if (meaning.view !== undefined && canAlias(x)) {
        const shared = meaning.view(x, y, z, ...more);
        // Only a view that is known to be in the transform's memory is copied when it leaves; any other would escape.
        if (shared !== undefined && canAlias(shared)) return result(shared);
      }
      const out = scratch(shape);
      if (more.length === 0) meaning.kernel(out, x, y, z);
      else meaning.kernel(out, x, y, z, ...more);
      return result(out);
    } catch (error) {
      throw nameError(error, name);
    }
  };
}

function fillAll(meaning: ArraysMeaning<Args, readonly Tensor[]>, args: Args): Tensor[] {
  const outs = meaning.shapes(...args).map((shape) => scratch(shape));
  meaning.kernel(outs, ...args);
  return outs.map(result);
}

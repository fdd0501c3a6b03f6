/** What transforms take and give, with the types that a user's function carries through. */
import type { Space } from "../space.js";
import type { CheckpointOptions } from "./custom.js";
import type { FixedPointOptions } from "./fixed-point.js";
import type { GradOptions } from "./grad.js";
import type { Graph } from "./graph.js";

type Args = readonly unknown[];

/** A loss is a real number; the type of a function that returns something else is this message, not a function. */
export type Loss<R> = number extends R
  ? unknown
  : { readonly error: "grad needs a function that returns a number: reduce its result, or use vjp" };

/** What is returned beside the loss, where `hasAux` is set. */
type LossOf<R, O> = O extends { readonly hasAux: true }
  ? R extends readonly [infer L, unknown]
    ? L
    : never
  : R;
type Value<R, O> = O extends { readonly hasAux: true }
  ? R extends readonly [unknown, infer Aux]
    ? [value: number, aux: Aux]
    : never
  : number;

/** The gradient has the type of what it is taken of: one argument, or a list of them. */
type GradOf<A extends Args, O> = O extends { readonly argnums: infer N }
  ? N extends readonly number[]
    ? { -readonly [I in keyof N]: A[N[I] & keyof A] }
    : N extends number
      ? A[N]
      : never
  : A[0];
type Grad<A extends Args, R, O> = O extends { readonly hasAux: true }
  ? R extends readonly [unknown, infer Aux]
    ? [grad: GradOf<A, O>, aux: Aux]
    : never
  : GradOf<A, O>;

export interface Transforms {
  /** The result of `f(...args)`, and the map from its cotangent to those of all arguments. Call the map as often as you like. */
  readonly vjp: <A extends Args, R>(f: (...args: A) => R, ...args: A) => [ans: R, pull: (g: R) => A];
  /** The result of `f(...args)` and its tangent along `tangents`. `null` in a tangent's place stands for zero. */
  readonly jvp: <A extends Args, R>(
    f: (...args: A) => R,
    args: A,
    tangents: { readonly [I in keyof A]: A[I] | null },
  ) => [ans: R, tangent: R];
  /** The result of `f(...args)`, and the map from tangents of the arguments to that of the result, `f` not run again. */
  readonly linearize: <A extends Args, R>(
    f: (...args: A) => R,
    ...args: A
  ) => [ans: R, push: (...tangents: A) => R];
  /**
   * `use(ans, pull, hold)`, for `ans` and `pull` as `vjp` gives them, but good only as long as `use` runs: what was recorded lies
   * in the memory of the transform. `hold` makes stand-ins of values, so that what is computed from them lies there too.
   * Throws TracedValueError for later calls of `pull`, later uses of stand-ins, and a promise in the place of a result.
   */
  readonly withPull: <A extends Args, R, U>(
    f: (...args: A) => R,
    args: A,
    use: (ans: R, pull: (g: R) => A, hold: <T>(tree: T) => T) => U,
  ) => U;
  /** The same for `push` as `linearize` gives it. */
  readonly withPush: <A extends Args, R, U>(
    f: (...args: A) => R,
    args: A,
    use: (ans: R, push: (...tangents: A) => R, hold: <T>(tree: T) => T) => U,
  ) => U;
  /** The gradient of a loss in its first argument, or in those of `argnums`. With `hasAux`: `[gradient, aux]`. */
  readonly grad: <A extends Args, R, const O extends GradOptions = object>(
    f: ((...args: A) => R) & Loss<LossOf<R, O>>,
    options?: O,
  ) => (...args: A) => Grad<A, R, O>;
  /** `[loss, gradient]` in one run; with `hasAux`, `[[loss, aux], gradient]`. */
  readonly valueAndGrad: <A extends Args, R, const O extends GradOptions = object>(
    f: ((...args: A) => R) & Loss<LossOf<R, O>>,
    options?: O,
  ) => (...args: A) => [value: Value<R, O>, grad: GradOf<A, O>];
  /**
   * The loss, and what `use(gradient, ...args)` gives, in one run; `use` is asked before the gradient leaves the transform, whose
   * memory it may lie in, so that nothing of it is copied out. It sees stand-ins: ops compute with them, `getValue` reads them,
   * and what it returns is the caller's. `args` are the caller's own. For steps of training. Throws LossError; later uses of
   * stand-ins that were kept, and a promise in the place of a result, throw TracedValueError.
   */
  readonly withGrad: <A extends Args, R, U, const O extends GradOptions = object>(
    f: ((...args: A) => R) & Loss<LossOf<R, O>>,
    use: (gradient: GradOf<A, O>, ...args: A) => U,
    options?: O,
  ) => (...args: A) => [value: Value<R, O>, used: U];
  /** For `f` that acts on each component alone: its derivative in the first argument, component by component. */
  readonly elementwiseGrad: <A extends Args>(f: (...args: A) => unknown) => (...args: A) => A[0];
  /** Hessian-vector product in the first argument, forward over reverse: the cost of a few gradients. */
  readonly hvp: <X, A extends Args, R>(
    f: ((x: X, ...rest: A) => R) & Loss<R>,
  ) => (x: X, v: X, ...rest: A) => X;
  /** `f`, remembering only its arguments: what is inside is computed again when a derivative needs it. */
  readonly checkpoint: <A extends Args, R>(
    f: (...args: A) => R,
    options?: CheckpointOptions,
  ) => (...args: A) => R;
  /** `tree` as a constant: no derivative flows into it. */
  readonly stopGradient: <T>(tree: T) => T;
  /**
   * `f` with a reverse rule of its own: one cotangent per argument, `null` for none. In forward mode it needs `jvp`
   * too, for a rule that clips or scales cotangents has no tangent map.
   */
  readonly customVjp: <A extends Args, R>(
    f: (...args: A) => R,
    vjp: (g: R, ans: R, ...args: A) => { readonly [I in keyof A]: A[I] | null },
    jvp?: (ts: A, ans: R, ...args: A) => R,
  ) => (...args: A) => R;
  /** `f` with a forward rule of its own, linear in `ts`; reverse mode transposes it. */
  readonly customJvp: <A extends Args, R>(
    f: (...args: A) => R,
    jvp: (ts: A, ans: R, ...args: A) => R,
  ) => (...args: A) => R;
  /**
   * `f` for a batch: arguments with `mapped[i]` hold all examples, laid out as their space says. `extra` are spaces of
   * kinds that have no derivative and yet differ per example, such as masks. Libraries wrap it with axes of their own.
   */
  readonly batch: <A extends Args, R>(
    f: (...args: A) => R,
    mapped: readonly boolean[],
    args: A,
    extra?: readonly Space[],
  ) => R;
  /**
   * Generalised Gauss–Newton-vector product Jᵀ·H·J·v, for J the derivative of `f` and H the Hessian of `loss` at f(x);
   * without a loss, Jᵀ·J·v. Source: Schraudolph 2002.
   */
  readonly ggnvp: <X, Y, R>(f: (x: X) => Y, loss?: ((y: Y) => R) & Loss<R>) => (x: X, v: X) => X;
  /**
   * x with x = step(params, x), iterated from `start`; differentiable in `params` to any order, by the implicit function
   * theorem. `step` must get all that it differentiates through from `params`. Throws ConvergenceError.
   */
  readonly fixedPoint: <P, X>(
    step: (params: P, x: X) => X,
    params: P,
    start: X,
    options?: FixedPointOptions,
  ) => X;
  /**
   * The result of `f(...args)`, and a function that does to other arguments what was recorded: `f` is not run again, and
   * its `if`s and loops stay as they went. The arguments keep their form.
   */
  readonly replay: <A extends Args, R>(
    f: (...args: A) => R,
    ...args: A
  ) => [ans: R, again: (...args: A) => R];
  /**
   * `f` under watch: the first op that makes a NaN throws NaNError with the op, the ranges and origins of its arguments, and
   * the line that called it. Around a gradient, `debugNans(grad(f))`, it watches the backward walk too.
   */
  readonly debugNans: <A extends Args, R>(f: (...args: A) => R) => (...args: A) => R;
  /** What `f(...args)` applies to what, in order; `graphText` and `graphDot` show it. */
  readonly graph: <A extends Args>(f: (...args: A) => unknown, ...args: A) => Graph;
  /** The values of a tree in order, and the way back. */
  readonly flatten: <T>(tree: T) => {
    readonly values: readonly unknown[];
    readonly unflatten: (values: readonly unknown[]) => T;
  };
}

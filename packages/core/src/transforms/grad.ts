/** Gradients of functions whose result is one real number. */
import type { Boundary } from "./boundary.js";
import { LossError } from "../errors/errors.js";
import type { Args } from "../primitive.js";
import { Recording } from "./recording.js";
import type { Fn } from "./recording.js";
import { withScopes } from "../scope.js";
import { spaceOf } from "../space.js";
import type { Space } from "../space.js";
import { isSingleValue } from "../tree/tree.js";
import { transform } from "./transform.js";

export type Argnums = number | readonly number[];

/** Which arguments to differentiate (the first by default), and whether `f` returns `[loss, aux]`. */
export interface GradOptions {
  readonly argnums?: Argnums;
  readonly hasAux?: boolean;
}

/** A loss is a real number. For a function that returns something else, this type is an error message instead. */
export type Loss<R> = number extends R
  ? unknown
  : { readonly error: "grad needs a function that returns a number: reduce its result, or use vjp" };

/** The type of a gradient: that of one argument, or a list of several. */
export type ArgumentsAt<A extends Args, N extends Argnums> = N extends readonly number[]
  ? { -readonly [I in keyof N]: A[N[I] & keyof A] }
  : A[N & keyof A];

export interface GradTransform {
  /**
   * The gradient of a loss with respect to its first argument, or to the arguments at the positions `argnums` (from 0).
   * It has the form of the argument; a list of `argnums` gives a list of gradients. Throws LossError if the result is
   * not one real number, and RangeError if there is no argument at a position.
   * @example
   * grad((x: number) => mul(x, x))(3); // 6
   * grad((x: number, k: number) => mul(x, k), { argnums: [0, 1] })(3, 4); // [4, 3]
   */
  grad<A extends Args, R, const N extends Argnums = 0>(
    f: ((...args: A) => R) & Loss<R>,
    options?: { readonly argnums?: N; readonly hasAux?: false },
  ): (...args: A) => ArgumentsAt<A, N>;
  /**
   * With `hasAux`, `f` returns `[loss, aux]`, and so does its gradient: `[gradient, aux]`.
   * @example
   * grad((x: number) => [mul(x, x), "label"], { hasAux: true })(3); // [6, "label"]
   */
  grad<A extends Args, R, Aux, const N extends Argnums = 0>(
    f: ((...args: A) => readonly [loss: R, aux: Aux]) & Loss<R>,
    options: { readonly argnums?: N; readonly hasAux: true },
  ): (...args: A) => [gradient: ArgumentsAt<A, N>, aux: Aux];
}

export const grad = (boundary: Boundary): GradTransform["grad"] =>
  transform("grad", (f, options: GradOptions = {}) => (...args: Args) => {
    const { value, gradient } = evaluate(boundary, f, args, options);
    return options.hasAux === true ? [gradient, (value as Args)[1]] : gradient;
  });

/** `value` is the loss, or `[loss, aux]`; `gradient` is one tree, or a list of them if `argnums` is a list. */
interface Evaluated {
  readonly value: unknown;
  readonly gradient: unknown;
}

export function evaluate(
  boundary: Boundary,
  f: Fn,
  args: Args,
  { argnums = 0, hasAux = false }: GradOptions,
): Evaluated {
  const chosen = typeof argnums === "number" ? [argnums] : argnums;
  const partial: Fn = (...xs) => {
    const all = args.slice();
    for (const [k, i] of chosen.entries()) all[i] = xs[k];
    return f(...all);
  };
  return withScopes(boundary.spaces, () => {
    const recording = Recording.of(boundary, "vjp", partial, chosen.map((i) => argument(args, i)), { hasAux }); // prettier-ignore
    const [space, loss] = lossOf(recording);
    // `pullValues` gives one tree for each of `chosen`.
    const gradients = recording.pullValues([space.onesLike(loss)], true) as Args;
    const value = boundary.leave(loss);
    return {
      value: hasAux ? [value, recording.aux()] : value,
      gradient: typeof argnums === "number" ? gradients[0] : gradients,
    };
  });
}

function argument(args: Args, i: number): unknown {
  if (Number.isInteger(i) && i >= 0 && i < args.length) return args[i];
  throw new RangeError(
    `grad: expected argnums between 0 and ${args.length - 1}, got ${i}. Count arguments from 0.`,
  );
}

function lossOf({ tape, boxed: { treedef, values } }: Recording): [Space, unknown] {
  const loss = tape.unbox(values[0]);
  const space = isSingleValue(treedef) ? spaceOf(tape.spaces, "grad", loss) : undefined;
  if (space?.isScalar(loss) === true) return [space, loss];
  throw new LossError(
    `grad: expected a loss that is one real number, got ${space?.describe(loss) ?? "a tree, or no value"}. ` +
      `Reduce it (sum, mean), use jacobian or vjp for more outputs, or hasAux to return more besides the loss.`,
  );
}

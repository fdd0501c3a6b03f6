/** Makes the ops that people call: counts their arguments, fills in options, and puts the op's name on errors. */
import { ArgumentError, nameError, tooMany } from "./errors.js";
import type { Shaped, Tensor } from "./tensor.js";

/**
 * The op `name`, typed by the constant that it is assigned to. `body` must declare every parameter without a default value,
 * since `body.length` is the most arguments a call may have; optional ones arrive as `undefined`. With `defaults`, the last
 * parameter is the options, complete: those not given are taken from `defaults`, whose keys are all the options there are.
 *
 * Errors of this package get `name` in front of their message. When ops call ops, the outermost has the last word: it is the
 * one that the user called.
 */
export function method<F extends Fn>(name: string, body: (...args: Positional<F>) => ReturnType<F>): F;
export function method<F extends Fn, const D extends Defaults<F>>(
  name: string,
  defaults: D,
  body: (...args: WithOptions<F, D>) => ReturnType<F>,
): F;
export function method(name: string, ...given: readonly unknown[]): unknown {
  // The signatures above have checked how these fit together.
  const [defaults, body] = (given.length === 2 ? given : [undefined, ...given]) as [object | undefined, Body];
  const caller = callers[body.length] ?? anyNumber;
  return Object.defineProperty(caller({ name, defaults, body }), "name", { value: name });
}

interface Method {
  readonly name: string;
  readonly defaults: object | undefined;
  readonly body: Body;
}

/** By the number of parameters of the body: building a list of arguments for each call would cost more than small ops do. */
const callers: readonly (((op: Method) => Body) | undefined)[] = [
  undefined,
  ({ name, defaults, body }) =>
    (x, ...more) => {
      try {
        if (more.length > 0) throw tooMany(1, more.length);
        return body(defaults === undefined ? x : readOptions(defaults, x));
      } catch (error) {
        throw nameError(error, name);
      }
    },
  ({ name, defaults, body }) =>
    (x, y, ...more) => {
      try {
        if (more.length > 0) throw tooMany(2, more.length);
        return body(x, defaults === undefined ? y : readOptions(defaults, y));
      } catch (error) {
        throw nameError(error, name);
      }
    },
  ({ name, defaults, body }) =>
    (x, y, z, ...more) => {
      try {
        if (more.length > 0) throw tooMany(3, more.length);
        return body(x, y, defaults === undefined ? z : readOptions(defaults, z));
      } catch (error) {
        throw nameError(error, name);
      }
    },
];

function anyNumber({ name, defaults, body }: Method): Body {
  const most = body.length;
  return (...args) => {
    try {
      if (args.length > most) throw tooMany(most, args.length - most);
      if (defaults !== undefined) args[most - 1] = readOptions(defaults, args[most - 1]);
      return body(...args);
    } catch (error) {
      throw nameError(error, name);
    }
  };
}

/** The op `name`, which takes any number of arguments: only its errors are named. */
export function variadic<F extends Fn>(name: string, body: (...args: Parameters<F>) => ReturnType<F>): F {
  const call = (...args: Parameters<F>): ReturnType<F> => {
    try {
      return body(...args);
    } catch (error) {
      throw nameError(error, name);
    }
  };
  // `F` may have overloads or type parameters, which the body forgets.
  return Object.defineProperty(call, "name", { value: name }) as unknown as F;
}

/** An op that gives a number for a number and an array for an array; `Rest` are the arguments after the first. */
export interface SameKindOp<Rest extends readonly unknown[] = readonly []> {
  <X extends Tensor>(x: X, ...rest: Rest): Shaped<X>;
  /** Every function has it. It is declared because the compiler infers nothing from a type that is only a generic signature. */
  readonly name: string;
}

type Fn = (...args: never[]) => unknown;
type Body = (...args: unknown[]) => unknown;

/** The parameters of `F`, all required; optional ones may be `undefined`. */
type Positional<F extends Fn> = AllRequired<Parameters<F>>;
type AllRequired<A extends readonly unknown[]> = number extends A["length"]
  ? A
  : A extends readonly []
    ? []
    : A extends readonly [infer X, ...infer Rest]
      ? [X, ...AllRequired<Rest>]
      : A extends readonly [(infer X)?, ...infer Rest]
        ? [X | undefined, ...AllRequired<Rest>]
        : never;

type Options<F extends Fn> = Positional<F> extends [...unknown[], infer O] ? Exclude<O, undefined> : never;
/** A default value for each option, `undefined` if it has none. */
type Defaults<F extends Fn> = { readonly [K in keyof Options<F>]-?: Options<F>[K] | undefined };
type WithOptions<F extends Fn, D> =
  Positional<F> extends [...infer Front, unknown] ? [...Front, OptionsGiven<Options<F>, D>] : never;
type OptionsGiven<O, D> = {
  readonly [K in keyof O]-?: K extends keyof D
    ? undefined extends D[K]
      ? O[K] | undefined
      : Exclude<O[K], undefined>
    : never;
};

/** Without this check, a number in place of options (`sum(x, 0)`) or a misspelt key would silently be ignored. */
function readOptions(defaults: object, given: unknown): object {
  if (given === undefined) return defaults;
  if (typeof given !== "object" || given === null || Array.isArray(given) || "dtype" in given)
    throw new ArgumentError(
      `expected options in an object, got ${kindOf(given)}. Write { ${Object.keys(defaults)[0] ?? ""}: … }.`,
    );
  const options: Record<string, unknown> = { ...defaults };
  for (const [key, value] of Object.entries(given)) {
    if (!Object.hasOwn(defaults, key))
      throw new ArgumentError(
        `expected no options but ${Object.keys(defaults).join(", ")}, got ${key}. Check the spelling.`,
      );
    if (value !== undefined) options[key] = value;
  }
  return options;
}

function kindOf(given: unknown): string {
  if (Array.isArray(given)) return `a list of ${given.length}`;
  return typeof given === "object" && given !== null ? "an array" : String(given);
}

/** What all transforms of functions have in common: their argument is a function, and its type is carried through. */
import { describeForeign } from "../errors/describe.js";
import type { Fn } from "./recording.js";

/**
 * `implementation` as a transform of type `T`, which states the types that a user's function carries through: inside,
 * values are unknown to core. Throws TypeError, with the name, where what is to be transformed is not a function.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the cast of every transform, said once
export function transform<T>(name: string, implementation: (f: Fn, ...rest: never[]) => unknown): T {
  const checked = (f: unknown, ...rest: never[]): unknown => {
    if (typeof f === "function") return implementation(f as Fn, ...rest);
    throw new TypeError(
      `${name}: expected a function, got ${describeForeign(f)}. Pass the function itself, not what it returns.`,
    );
  };
  return checked as T;
}

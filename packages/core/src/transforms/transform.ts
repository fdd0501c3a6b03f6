/** What all transforms of functions share: the check that their argument is a function, and the cast to their type. */
import { describeForeign } from "../errors/describe.js";
import type { Fn } from "./recording.js";

/**
 * `implementation` as a transform of type `T`. `T` states how the types of a user's function carry over to the result;
 * inside core, values have type unknown. The transform throws TypeError if its first argument is not a function.
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the one cast of all transforms
export function transform<T>(name: string, implementation: (f: Fn, ...rest: never[]) => unknown): T {
  const run = (f: unknown, ...rest: never[]): unknown => {
    if (typeof f === "function") return implementation(f as Fn, ...rest);
    throw new TypeError(
      `${name}: expected a function, got ${describeForeign(f)}. Pass the function itself, not what it returns.`,
    );
  };
  return run as T;
}

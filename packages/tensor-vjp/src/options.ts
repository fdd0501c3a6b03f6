/** Options, which are the last argument of an op, as users write them. */
import { ArgumentError } from "./errors.js";

/**
 * `options`, if they are an object that has no other keys than `names`. A number in their place (`sum(x, 0)`) or a
 * misspelt key would otherwise be passed over. Throws ArgumentError.
 */
export function checked<T extends object>(options: T, names: readonly string[]): T {
  // From plain JavaScript anything may come.
  const given: unknown = options;
  if (typeof given !== "object" || given === null || Array.isArray(given) || "dtype" in given)
    throw new ArgumentError(
      `expected options in an object, got ${described(given)}. Write { ${names[0] ?? ""}: … }.`,
    );
  for (const key in options) {
    if (names.includes(key)) continue;
    throw new ArgumentError(`expected no options but ${names.join(", ")}, got ${key}. Check the spelling.`);
  }
  return options;
}

function described(given: unknown): string {
  if (Array.isArray(given)) return `a list of ${given.length}`;
  return typeof given === "object" && given !== null ? "an array" : String(given);
}

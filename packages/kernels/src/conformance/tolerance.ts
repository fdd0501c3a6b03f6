/** How near to the scalar table an elementwise kernel must come. */
import type { BinaryName, CompareName, UnaryName, WithSlopeName } from "../scalar.js";

type Name = UnaryName | BinaryName | CompareName | WithSlopeName;

/**
 * In units in the last place. The table itself is up to 2.5 off (tanh, as measured against mpmath), and so may a
 * kernel be: hence 6 for all that has to be approximated. What IEEE 754 defines to the last digit is exact.
 */
export function ulpsOf(name: Name): number {
  return exact.has(name) ? 0 : 6;
}

const exact: ReadonlySet<Name> = new Set([
  ...([
    "neg",
    "abs",
    "square",
    "sqrt",
    "reciprocal",
    "relu",
    "sign",
    "floor",
    "ceil",
    "trunc",
    "round",
  ] as const),
  ...([
    "add",
    "sub",
    "mul",
    "doubleMul",
    "wherePositive",
    "div",
    "maximum",
    "minimum",
    "maximumShare",
    "minimumShare",
  ] as const),
  ...(["fmax", "fmin", "fmaxShare", "fminShare", "mod", "fmod", "copysign"] as const),
  ...(["equal", "notEqual", "greater", "greaterEqual", "less", "lessEqual"] as const),
]);

/**
 * For answers that come near 0 as the difference of two larger numbers: how far they may be off in units in the last
 * place of the larger one. Here one of the two is the larger argument, the other one between 0 and 1.
 */
export const cancels: Readonly<Partial<Record<Name, (x: number, y: number) => number>>> = {
  logaddexp: (x, y) => Math.max(1, Math.abs(x), Math.abs(y)),
  logaddexp2: (x, y) => Math.max(1, Math.abs(x), Math.abs(y)),
};

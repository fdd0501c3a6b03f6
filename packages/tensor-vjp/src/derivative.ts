/** Derivatives from one fact: both modes of a function that is linear in one or two arguments, or self-adjoint. */
import type { Args, Contribution, Declared } from "@ndgrad/core";
import type { Derivative } from "./primitive.js";
import type { Tensor } from "./tensor.js";

/** The argument types are those of the primitive that the derivative is for, not of what a rule happens to read. */
type Rule<A extends Args, R = Tensor> = (g: Tensor, ans: Tensor, ...args: Declared<A>) => R;
/** Takes a cotangent back to an argument. It may give a contribution, for the accumulator to add. */
type Transpose<A extends Args> = Rule<A, Tensor | Contribution>;

/** Linear in the first argument; the others are constants. `transpose` takes a cotangent back. */
export function linear<A extends readonly [x: Tensor, ...constants: unknown[]]>(
  transpose: Transpose<A>,
): Derivative<A, Tensor> {
  return inFirst(transpose, "linear");
}

/** Linear in each of two arguments; `left` and `right` take a cotangent back to the first and the second. */
export function bilinear<A extends readonly [x: Tensor, y: Tensor, ...constants: unknown[]]>(
  left: Rule<A>,
  right: Rule<A>,
): Derivative<A, Tensor> {
  return padConstants<A>([left, right], ["linear", "linear"]);
}

/** The derivative in the first argument is its own transpose, so `times` serves both modes; the others are constants. */
export function selfAdjoint<A extends readonly [x: Tensor, ...constants: unknown[]]>(
  times: Rule<A>,
): Derivative<A, Tensor> {
  return inFirst(times, times);
}

/** Both rules for the first argument; the others are constants. */
export function inFirst<A extends readonly [x: Tensor, ...constants: unknown[]]>(
  vjp: Transpose<A>,
  jvp: Rule<A> | "linear",
): Derivative<A, Tensor> {
  return padConstants<A>([vjp], [jvp]);
}

/** How many arguments after those with rules may be constants. */
const CONSTANTS = new Array<null>(6).fill(null);

function padConstants<A extends Args>(
  vjp: readonly Transpose<A>[],
  jvp: readonly (Rule<A> | "linear")[],
): Derivative<A, Tensor> {
  // The number of arguments is not known here: add a `null` for every constant that there could be.
  return { vjp: [...vjp, ...CONSTANTS], jvp: [...jvp, ...CONSTANTS] } as unknown as Derivative<A, Tensor>;
}

/** Derivatives from one fact: both modes of what is linear in one argument or two, or its own transpose. */
import type { Args, Contribution, Declared } from "@ndgrad/core";
import type { Derivative } from "./primitive.js";
import type { Tensor } from "./tensor.js";

/** The argument types are those of the primitive that the derivative is for, not of what a rule happens to read. */
type Rule<A extends Args, R = Tensor> = (g: Tensor, ans: Tensor, ...args: Declared<A>) => R;
/** What takes a cotangent back may give a part of one, for the accumulator to add. */
type Transpose<A extends Args> = Rule<A, Tensor | Contribution>;

/** Linear in the first argument, the others constants; `transpose` takes a cotangent back. */
export function linear<A extends readonly [x: Tensor, ...constants: unknown[]]>(
  transpose: Transpose<A>,
): Derivative<A, Tensor> {
  return inFirst(transpose, "linear");
}

/** Linear in each of two arguments; the transposes take a cotangent back to the one and the other. */
export function bilinear<A extends readonly [x: Tensor, y: Tensor, ...constants: unknown[]]>(
  left: Rule<A>,
  right: Rule<A>,
): Derivative<A, Tensor> {
  return padded<A>([left, right], ["linear", "linear"]);
}

/** The derivative in the first argument is its own transpose, so that `times` serves both modes; the others are constants. */
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
  return padded<A>([vjp], [jvp]);
}

/** How many arguments after those with rules may be constants. */
const CONSTANTS = new Array<null>(6).fill(null);

function padded<A extends Args>(
  vjp: readonly Transpose<A>[],
  jvp: readonly (Rule<A> | "linear")[],
): Derivative<A, Tensor> {
  // How many arguments there are is not known here: there is a `null` for each one that there may be.
  return { vjp: [...vjp, ...CONSTANTS], jvp: [...jvp, ...CONSTANTS] } as unknown as Derivative<A, Tensor>;
}

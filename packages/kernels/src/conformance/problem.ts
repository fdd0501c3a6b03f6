/** A test problem for a kernel, independent of memory layout. */
import type { NdArray } from "ndarray";
import type { NdF64, NdI32, NdU8, Operand } from "../signatures.js";

export { sizeOf } from "../arena-array.js";

export type Kind = "f64" | "u8" | "i32";
export type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;
/** Entries in row-major order. */
export type Entries = Float64Array;

export interface Input {
  readonly kind: Kind;
  readonly shape: readonly number[];
  readonly entries: Entries;
  /** Whether kernels also take a number for this operand. */
  readonly mayBeNumber?: boolean;
}

export interface Problem {
  readonly name: string;
  readonly inputs: readonly Input[];
  readonly out: {
    readonly kind: Kind;
    readonly shape: readonly number[];
    /** For kernels that read or keep entries of `out`. For others `out` starts as NaN, or 77 for integers. */
    readonly entries?: Entries;
  };
  readonly call: (out: Nd, inputs: readonly (Nd | number)[]) => void;
  /** The expected answer for inputs with these entries, by the simplest means. `before` is what `out` held. */
  readonly wanted: (inputs: readonly Entries[], before: Entries) => Wanted;
}

export interface Wanted {
  readonly entries: Entries;
  /** The tolerance in units in the last place. Default: 0. Then zeros must have the right sign. */
  readonly ulps?: number;
  /** The absolute tolerance of each entry, instead of `ulps`. Zeros may have either sign. */
  readonly slack?: Entries;
}

/** The same problem, which computes the answer for its own entries only once. */
export function memoize(problem: Problem): Problem {
  const { inputs, out, wanted } = problem;
  let answer: Wanted | undefined;
  return {
    ...problem,
    wanted(given, before) {
      const isAsAsked = out.entries === undefined && given.every((x, i) => areSame(x, inputs[i]!.entries));
      if (!isAsAsked) return wanted(given, before);
      return (answer ??= wanted(given, before));
    },
  };
}

function areSame(x: Entries, y: Entries): boolean {
  for (let i = 0; i < x.length; i++) if (!Object.is(x[i], y[i])) return false;
  return true;
}

// A problem is called with arrays of the kinds that it declares, and with numbers only where it allows them.
export const f64 = (x: Nd | number | undefined): NdF64 => x as NdF64;
export const u8 = (x: Nd | number | undefined): NdU8 => x as NdU8;
export const i32 = (x: Nd | number | undefined): NdI32 => x as NdI32;
export const operand = (x: Nd | number | undefined): Operand => x as Operand;

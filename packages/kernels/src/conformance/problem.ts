/** What the suite asks of a kernel, apart from where the arrays lie. */
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
  /** An operand that kernels take as a number too. */
  readonly mayBeNumber?: boolean;
}

export interface Problem {
  readonly name: string;
  readonly inputs: readonly Input[];
  readonly out: {
    readonly kind: Kind;
    readonly shape: readonly number[];
    /** For kernels that change what is there. Elsewhere `out` begins as NaN. */
    readonly entries?: Entries;
  };
  readonly call: (out: Nd, inputs: readonly (Nd | number)[]) => void;
  /** The answer for inputs that hold these entries, by means as plain as can be. `before` is what `out` held. */
  readonly wanted: (inputs: readonly Entries[], before: Entries) => Wanted;
}

export interface Wanted {
  readonly entries: Entries;
  /** How far an entry may be off, in units in the last place: 0 where absent, and then -0 is not 0. */
  readonly ulps?: number;
  /** How far each entry may be off in itself, instead of `ulps`. Zeros of either sign will do. */
  readonly slack?: Entries;
}

/** The same problem, whose answer for just the entries that it asks for is worked out once. */
export function remembering(problem: Problem): Problem {
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

// A problem is called with arrays of the kinds that it asked for, and with numbers where it said that they may be.
export const f64 = (x: Nd | number | undefined): NdF64 => x as NdF64;
export const u8 = (x: Nd | number | undefined): NdU8 => x as NdU8;
export const i32 = (x: Nd | number | undefined): NdI32 => x as NdI32;
export const operand = (x: Nd | number | undefined): Operand => x as Operand;

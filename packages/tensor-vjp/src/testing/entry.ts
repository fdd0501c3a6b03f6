/** One line of the op table: an op, sample arguments, and notes. */
import { seeded } from "@ndgrad/check";
import type { CheckOptions, Random } from "@ndgrad/check";
import type { Tensor } from "../tensor.js";
import type { Choices } from "./choices.js";
import { Draw } from "./draw.js";

/** Arguments of an op with draws in place of some, down to lists of lists (deeper types may not terminate). */
export type Drawn<T, Depth extends number = 3> =
  | T
  | Draw
  | (Depth extends 0
      ? never
      : T extends Opaque
        ? never
        : { readonly [K in keyof T]: Drawn<T[K], Less[Depth]> });
type Less = readonly [0, 0, 1, 2];
/** Types whose properties can't be drawn separately: arrays, functions. */
type Opaque = { readonly dtype: string } | Fn;
type DrawnArgs<F extends Fn> = DrawnList<Parameters<F>>;
type DrawnList<A extends readonly unknown[]> = { readonly [I in keyof A]: Drawn<A[I]> };
type Fn = (...args: never[]) => unknown;

/** What an entry may add. */
export interface Notes<F extends Fn = Fn> {
  /** Each option in NumPy's words: `{ axis: "one, several, or null for all" }`. */
  readonly options?: Readonly<Record<string, string>>;
  /** Where the op is not smooth, and what the derivative is there. */
  readonly kinks?: string;
  /** How to check its rules, if not by default. */
  readonly check?: CheckOptions;
  /** Random legal arguments, for property tests. */
  readonly vary?: (choose: Choices) => DrawnArgs<F>;
}

/** An op with rules for both modes, its own or those of the ops that it calls; or one that is never in a graph. */
export interface OpSpec {
  readonly derivative: "rules" | "none";
  readonly f: (...args: readonly unknown[]) => unknown;
  readonly samples: readonly [readonly unknown[], ...(readonly unknown[])[]];
  readonly notes: Omit<Notes, "vary"> & { readonly vary?: (choose: Choices) => readonly unknown[] };
}

/** A line of the table. */
export interface OpEntry extends OpSpec {
  /** The name as users write it after the package's own: "sum", "linalg.solve". */
  readonly name: string;
  readonly family: string;
}

type Samples<F extends Fn> = readonly [DrawnArgs<F>, ...DrawnArgs<F>[]];

/** An op with derivatives; it is differentiated in the draws of its samples. */
export function differentiable<F extends Fn>(f: F, samples: Samples<F>, notes: Notes<F> = {}): OpSpec {
  return { derivative: "rules", f: eraseTypes(f), samples, notes };
}

/** An op without derivative; the draws in its samples are traced, but its result is plain. */
export function plain<F extends Fn>(f: F, samples: Samples<F>, notes: Notes<F> = {}): OpSpec {
  return { derivative: "none", f: eraseTypes(f), samples, notes };
}

/** The table forgets the argument types that samples were checked against. */
function eraseTypes(f: Fn): OpSpec["f"] {
  return f as OpSpec["f"];
}

/** Arguments with everything drawn. */
export interface Sample {
  /** All arguments, plain. */
  readonly args: readonly unknown[];
  /** The values that are differentiated, in order. */
  readonly inputs: readonly Tensor[];
  /** The op applied to other values in place of `inputs`. */
  readonly apply: (...inputs: readonly Tensor[]) => unknown;
}

/** The samples of an op, the same each time. */
export function samplesOf(entry: OpEntry): Sample[] {
  return entry.samples.map((drawn, i) => sample(entry, drawn, seeded(hash(entry.name) + i)));
}

export function sample({ f }: OpSpec, drawn: readonly unknown[], random: Random): Sample {
  const inputs: Tensor[] = [];
  const withConstants = replace(drawn, (draw) => {
    const value = draw.draw(random);
    if (!draw.moving) return draw.lift(value as Tensor);
    // Moving draws are of tensors.
    inputs.push(value as Tensor);
    return draw;
  });
  const fill = (values: readonly Tensor[]): readonly unknown[] => {
    const next = values.values();
    return replace(withConstants, (draw) => draw.lift(next.next().value!)) as readonly unknown[];
  };
  return { args: fill(inputs), inputs, apply: (...values) => f(...fill(values)) };
}

/** `tree` with each draw replaced by what `by` gives for it. */
function replace(tree: unknown, by: (draw: Draw) => unknown): unknown {
  if (tree instanceof Draw) return by(tree);
  if (Array.isArray(tree)) return tree.map((child) => replace(child, by));
  if (typeof tree !== "object" || tree === null || Object.getPrototypeOf(tree) !== Object.prototype)
    return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, child]) => [key, replace(child, by)]));
}

/** FNV-1a: a seed of its own for each name. */
function hash(name: string): number {
  return Array.from(name).reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 0x01000193), 0x811c9dc5) >>> 0;
}

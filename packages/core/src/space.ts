/** A kind of value, as a library teaches it to core: how to recognise it, box it, add it and walk its directions. */
import { describeForeign } from "./errors/describe.js";
import { TracedValueError } from "./errors/errors.js";
import { isForeignContainer, twoCopies } from "./errors/refusals.js";
import type { Scope } from "./scope.js";
import { Container } from "./tracer.js";
import type { Kind, Trace } from "./tracer.js";

/** The class whose instances stand in for a kind of value while it is traced. */
export type ContainerClass = new (trace: Trace, value: unknown, record: unknown) => Container;

/**
 * A vector space over one kind of value. Transforms are made from a list of spaces (`transforms([a, b])`); there is
 * no registry. Functions marked *traced* may be handed containers of outer traces, so they must be built from
 * primitives; the others get plain values only.
 */
export interface Space<V = unknown> extends Kind {
  readonly Container: ContainerClass;
  /** True of plain values of this kind. The first space of a list that claims a value gets it. */
  is(value: unknown): value is V;
  /** True of what a library makes beside its values and no derivative flows into: trees hand it on untouched. */
  isConstant?(x: unknown): boolean;
  describe(value: V): string;
  copy(value: V): V;
  /** True where `value` is one real number, so that it can be a loss. Accepts containers of this kind. */
  isScalar(value: V): boolean;
  /** Does `g` have the form (length, layout of components) that a cotangent of `value` must have? Accepts containers. */
  matches(g: unknown, value: V): boolean;
  /** A plain zero of the form of `value`. Accepts containers of this kind. */
  zerosLike(value: V): V;
  /** A plain value of ones of the form of `value`. Accepts containers of this kind. */
  onesLike(value: V): V;
  /** Sum of two derivatives of one form. *Traced.* */
  add(x: V, y: V): V;
  /** Adds up the cotangents of one value, where a library does better than by `add`: in place, or many at once. */
  accumulator?(): Accumulator<V>;
  /** `c * x` for a real number `c`. *Traced.* */
  scale(c: number, x: V): V;
  /** The real inner product ⟨x, y⟩ of plain values. */
  inner(x: V, y: V): number;
  /** The standard basis of the space that `value` lives in, as plain values. */
  basis(value: V): V[];
  /** Memory for what traces box, if the library has such memory now: see `Scope`. */
  scope?(): Scope | undefined;
  /** Is any component of a plain value NaN? `debugNans` asks. */
  hasNaN?(value: V): boolean;
  /** The range of the components of a plain value, for messages: "in [-1, 3]". */
  range?(value: V): string;
  /** How many examples a batch holds. Only kinds that `vmap` is to map over need this and the next two. */
  count?(batch: V): number;
  /** The examples of a batch. *Traced.* */
  unstack?(batch: V): V[];
  /** A batch of examples of one form. *Traced.* */
  stack?(examples: readonly V[]): V;
}

/** A sum of cotangents of one value while a walk collects them. *Traced.* */
export interface Accumulator<V> {
  /** `g` may be a container, and is not the accumulator's to write to. */
  add(g: V | Contribution): void;
  /** The finished sum: asked for once, after at least one `add`. */
  total(): V;
}

/**
 * What a rule may give in place of a cotangent: a part of one in a form of the library's own (a few entries of a large
 * value), which only the accumulator of its space can add.
 */
export abstract class Contribution {
  declare protected readonly isContribution: true;
}

export type Spaces = readonly Space[];

/** A container knows its own space; a plain value is claimed by the first space that recognises it. */
export function findSpace(spaces: Spaces, value: unknown): Space | undefined {
  // Containers are made by `box` alone, from a `Space`.
  if (value instanceof Container) return value.space as Space;
  for (const space of spaces) if (space.is(value)) return space;
  return undefined;
}

/** Like `findSpace`, for a result of `op`, which must be of a known kind. */
export function spaceOf(spaces: Spaces, op: string, value: unknown): Space {
  const space = findSpace(spaces, value);
  if (space !== undefined) return space;
  if (isForeignContainer(value)) throw twoCopies(op);
  const names = spaces.map((s) => s.name).join(", ");
  throw new TracedValueError(
    `${op}: expected a result of a known kind (${names}), got ${describeForeign(value)}. ` +
      `Pass its space to transforms([...]), or declare the primitive with nonDifferentiable.`,
  );
}

export function box(trace: Trace, space: Space, value: unknown, record: unknown): Container {
  return new space.Container(trace, value, record);
}

/** What a message says of `value`, which should have been of `space`. */
export function describeIn(space: Space, value: unknown): string {
  if (value instanceof Container) return value.space.describe(value);
  return space.is(value) ? space.describe(value) : describeForeign(value);
}

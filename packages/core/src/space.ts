/** What a library tells core about a kind of value: how to recognise, box, add and compare such values. */
import { describeForeign } from "./errors/describe.js";
import { TracedValueError } from "./errors/errors.js";
import { isForeignContainer, twoCopies } from "./errors/refusals.js";
import type { Scope } from "./scope.js";
import { Container } from "./tracer.js";
import type { Kind, Trace } from "./tracer.js";

/** The class whose instances stand in for a kind of value while it is traced. */
export type ContainerClass = new (trace: Trace, value: unknown, record: unknown) => Container;

/**
 * The vector space of one kind of value. Transforms are made from a list of spaces (`transforms([a, b])`); there is
 * no registry. Functions marked *traced* may be given containers of outer traces, so they must be built from
 * primitives; the others get plain values only, unless they say that they accept containers.
 */
export interface Space<V = unknown> extends Kind {
  readonly Container: ContainerClass;
  /** True for plain values of this kind. A value belongs to the first space in the list that claims it. */
  is(value: unknown): value is V;
  /** True of what a library makes beside its values and no derivative flows into: trees hand it on untouched. */
  isConstant?(x: unknown): boolean;
  describe(value: V): string;
  copy(value: V): V;
  /** True if `value` is one real number, and so can be a loss. Accepts containers of this kind. */
  isScalar(value: V): boolean;
  /** True if `g` has the form (length, layout of components) of a cotangent of `value`. Accepts containers. */
  matches(g: unknown, value: V): boolean;
  /** A plain zero with the form of `value`. Accepts containers of this kind. */
  zerosLike(value: V): V;
  /** A plain value of ones with the form of `value`. Accepts containers of this kind. */
  onesLike(value: V): V;
  /** Sum of two derivatives that have the same form. *Traced.* */
  add(x: V, y: V): V;
  /** Adds up the cotangents of one value, if the library can do better than `add`: in place, or many at once. */
  accumulator?(): Accumulator<V>;
  /** `c * x` for a real number `c`. *Traced.* */
  scale(c: number, x: V): V;
  /** The real inner product ⟨x, y⟩ of plain values. */
  inner(x: V, y: V): number;
  /** The standard basis of the space that `value` belongs to, as plain values. */
  basis(value: V): V[];
  /** The library's memory for intermediate values, if it has any at the moment: see `Scope`. */
  scope?(): Scope | undefined;
  /** True if any component of a plain value is NaN. For `debugNans`. */
  hasNaN?(value: V): boolean;
  /** The range of the components of a plain value, for messages: "in [-1, 3]". */
  range?(value: V): string;
  /** The number of examples in a batch. Only kinds that `vmap` maps over need this and the next two. */
  count?(batch: V): number;
  /** The examples of a batch. *Traced.* */
  unstack?(batch: V): V[];
  /** A batch made of examples that have the same form. *Traced.* */
  stack?(examples: readonly V[]): V;
}

/** The growing sum of the cotangents of one value during a walk. *Traced.* */
export interface Accumulator<V> {
  /** `g` may be a container. The accumulator must not write to it. */
  add(g: V | Contribution): void;
  /** The finished sum. Called once, after at least one `add`. */
  total(): V;
}

/**
 * A part of a cotangent, such as a few entries of a large value, in a representation private to the library. A rule may
 * return one in place of a cotangent; only the accumulator of the space can add it.
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

/** Like `findSpace`, for a result of `op`. Throws TracedValueError if no space claims it. */
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

/** `value` in words, for a message that expected a value of `space`. */
export function describeIn(space: Space, value: unknown): string {
  if (value instanceof Container) return value.space.describe(value);
  return space.is(value) ? space.describe(value) : describeForeign(value);
}

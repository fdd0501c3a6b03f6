/** A kind of value, as a library teaches it to core: how to recognise it, box it, add it and walk its directions. */
import type { Scope } from "./scope.js";
import type { Container, Trace } from "./trace.js";

/** The class whose instances stand in for a kind of value while it is traced. */
export type ContainerClass = new (trace: Trace, value: unknown, record: unknown) => Container;

/**
 * A vector space over one kind of value. Transforms are made from a list of spaces (`transforms([a, b])`); there is
 * no registry. Functions marked *traced* may be handed containers of outer traces, so they must be built from
 * primitives; the others get plain values only.
 */
export interface Space<V = unknown> {
  /** What the kind is called in messages: "number", "complex". */
  readonly name: string;
  readonly Container: ContainerClass;
  /** True of plain values of this kind. The first space of a list that claims a value gets it. */
  is(value: unknown): value is V;
  /** What a message says of a value: "complex 1 + 2i". Accepts containers of this kind. */
  describe(value: V): string;
  /** True where `value` is one real number, so that it can be a loss. Accepts containers of this kind. */
  isScalar(value: V): boolean;
  /** Does `g` have the form (length, layout of components) that a cotangent of `value` must have? Accepts containers. */
  matches(g: unknown, value: V): boolean;
  /** A plain zero of the form of `value`. Accepts containers of this kind. */
  zerosLike(value: V): V;
  /** A plain value of ones of the form of `value`. Accepts containers of this kind. */
  onesLike(value: V): V;
  /** Sum of two cotangents of one form. *Traced.* */
  add(x: V, y: V): V;
  /** `acc + y`, free to write into `acc`: core calls it only with an `acc` that an earlier `add` of core's own made. */
  addInto?(acc: V, y: V): V;
  /**
   * The finished form of a sum of cotangents. A space may let `add` and rules give sums in a lazy form (many small
   * reads of one large value); core settles a sum before a rule or a caller sees it. *Traced.*
   */
  settle?(sum: V): V;
  /** `c * x` for a real number `c`. *Traced.* */
  scale(c: number, x: V): V;
  /** The real inner product ⟨x, y⟩ of plain values. */
  inner(x: V, y: V): number;
  /** The standard basis of the space that `value` lives in, as plain values. */
  basis(value: V): V[];
  /** A plain value of its own that shares no storage with `value`. */
  copy(value: V): V;
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

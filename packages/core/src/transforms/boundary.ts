/** What goes into a transform and what comes out of it: trees of values, checked on the way in, owned by the caller on the way out. */
import { describeForeign, isPromise } from "../describe.js";
import { CotangentError, TracedValueError } from "../errors.js";
import { describeIn, findSpace, spaceOf } from "../kinds.js";
import type { Spaces } from "../kinds.js";
import { Container } from "../trace.js";
import { flatten, unflatten } from "../tree.js";
import type { Flat } from "../tree.js";
import { valuesLike } from "../tree-like.js";

export class Boundary {
  constructor(readonly spaces: Spaces) {}

  readonly isValue = (x: unknown): boolean => findSpace(this.spaces, x) !== undefined;

  flatten(tree: unknown): Flat {
    return flatten(tree, this.isValue);
  }

  /** The tree that a user's function returned. A promise would go on computing after its trace has ended. */
  flattenResult(what: string, tree: unknown): Flat {
    if (!isPromise(tree)) return flatten(tree, this.isValue);
    throw new TracedValueError(
      `${what}: expected a plain result, got ${describeForeign(tree)}. Differentiate a synchronous function; await its data before.`,
    );
  }

  /**
   * The values of a tree of derivatives beside those of its primal, each checked to have its primal's form; `null`
   * where `null` stands in their place, for a derivative that is zero.
   */
  derivativesLike(what: string, primal: Flat, tree: unknown): unknown[] {
    const ds = valuesLike(primal.form, tree, this.isValue, what);
    primal.values.forEach((x, k) => {
      const space = spaceOf(this.spaces, what, x);
      if (ds[k] === null || space.matches(ds[k], x)) return;
      throw new CotangentError(
        `${what}: expected ${space.describe(x)}, got ${describeIn(space, ds[k])}. Give it the form of its counterpart.`,
      );
    });
    return ds;
  }

  /** Derivatives with zeros of the form of their primals where they are absent. */
  filled(primals: readonly unknown[], ds: readonly unknown[]): unknown[] {
    return primals.map((x, k) => ds[k] ?? this.zeros(x));
  }

  zerosOf(tree: unknown): unknown {
    const { form, values } = this.flatten(tree);
    return unflatten(form, values.map((x) => this.zeros(x))); // prettier-ignore
  }

  /**
   * A value on its way out. A rule may hand on its own cotangent, and a function its own argument; so that no two
   * results share storage with each other or with an input, plain values leave as copies.
   */
  leave(value: unknown): unknown {
    if (value instanceof Container) return value;
    return spaceOf(this.spaces, "result", value).copy(value);
  }

  leaveTree(form: Flat["form"], values: readonly unknown[]): unknown {
    return unflatten(form, values.map((x) => this.leave(x))); // prettier-ignore
  }

  /** Derivatives on their way out; where nothing arrived it is the zero of its primal. */
  leaveDerivatives(primal: Flat, ds: readonly unknown[]): unknown {
    const full = ds.map((d, k) => (d === undefined ? this.zeros(primal.values[k]) : this.leave(d)));
    return unflatten(primal.form, full);
  }

  private zeros(primal: unknown): unknown {
    return spaceOf(this.spaces, "zeros", primal).zerosLike(primal);
  }
}

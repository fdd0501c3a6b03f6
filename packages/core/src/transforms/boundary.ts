/** What goes into a transform and what comes out: trees of values, checked on the way in, the caller's own on the way out. */
import { describeForeign } from "../errors/describe.js";
import { CotangentError, TracedValueError } from "../errors/errors.js";
import { holder, take } from "../scope.js";
import { describeIn, findSpace, spaceOf } from "../space.js";
import type { Spaces } from "../space.js";
import { Container } from "../tracer.js";
import type { Trace } from "../tracer.js";
import { flatten, unflatten } from "../tree/tree.js";
import type { Flat } from "../tree/tree.js";
import { valuesLike } from "../tree/tree-like.js";

export class Boundary {
  constructor(
    readonly spaces: Spaces,
    private readonly options = { refusesConstants: false },
  ) {}

  readonly isValue = (x: unknown): boolean => findSpace(this.spaces, x) !== undefined;

  private readonly isConstant = (x: unknown): boolean =>
    !this.options.refusesConstants && this.spaces.some((space) => space.isConstant?.(x) === true);

  flatten(tree: unknown): Flat {
    return flatten(tree, this.isValue, this.isConstant);
  }

  /** The tree that a user's function returned. A promise or generator would go on computing after its trace has ended. */
  flattenResult(what: string, tree: unknown): Flat {
    if (isGenerator(tree))
      throw new TracedValueError(
        `${what}: expected a plain result, got a generator. Return a list of what it yields: [...generator].`,
      );
    if (!isPromise(tree)) return this.flatten(tree);
    throw new TracedValueError(
      `${what}: expected a plain result, got ${describeForeign(tree)}. Differentiate a synchronous function; await its data before.`,
    );
  }

  /** Snapshots of the values: what is written to an argument while a transform runs does not count. */
  take({ treedef, values }: Flat): Flat {
    return { treedef, values: values.map(take) };
  }

  /** Copies of the plain values, which outlast all transforms. */
  copied({ treedef, values }: Flat): Flat {
    return { treedef, values: values.map((x) => this.copy(x)) };
  }

  copy(value: unknown): unknown {
    return value instanceof Container ? value : spaceOf(this.spaces, "copy", value).copy(value);
  }

  /**
   * The values of a tree of derivatives next to those of its primal, each checked to have its primal's form; `null`
   * where `null` stands in their place, for a derivative that is zero.
   */
  derivativesLike(what: string, primal: Flat, tree: unknown): unknown[] {
    const ds = valuesLike(primal.treedef, tree, this.isValue, what);
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
    const { treedef, values } = this.flatten(tree);
    return unflatten(treedef, values.map((x) => this.zeros(x))); // prettier-ignore
  }

  private zeros(primal: unknown): unknown {
    return spaceOf(this.spaces, "zeros", primal).zerosLike(primal);
  }

  /**
   * A value on its way out. A rule may hand on its own cotangent, and a function its own argument; so that no two
   * results share storage with each other or with an input, plain values leave as copies, or held by `scoped`.
   */
  leave(value: unknown): unknown {
    if (value instanceof Container) return value;
    return holder === null ? this.copy(value) : holder.hold(value);
  }

  /** What a trace has boxed, as the next outer trace sees it. */
  unboxed(trace: Trace, { treedef, values }: Flat): Flat {
    return { treedef, values: values.map((y) => trace.unbox(y)) };
  }

  leaveTree({ treedef, values }: Flat): unknown {
    return unflatten(treedef, values.map((x) => this.leave(x))); // prettier-ignore
  }

  /** Derivatives on their way out; where nothing arrived it is the zero of its primal. */
  leaveDerivatives({ treedef, values }: Flat, ds: readonly unknown[]): unknown {
    return unflatten(treedef, ds.map((d, k) => (d === undefined ? this.zeros(values[k]) : this.leave(d)))); // prettier-ignore
  }
}

function isPromise(x: unknown): boolean {
  return typeof x === "object" && x !== null && "then" in x && typeof x.then === "function";
}

function isGenerator(x: unknown): boolean {
  return (
    typeof x === "object" && x !== null && "next" in x && (Symbol.iterator in x || Symbol.asyncIterator in x)
  );
}

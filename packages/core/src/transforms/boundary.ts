/** What enters and leaves a transform: trees of values, checked on the way in and copied on the way out. */
import { describeForeign } from "../errors/describe.js";
import { CotangentError, TracedValueError } from "../errors/errors.js";
import { holder, snapshot } from "../scope.js";
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

  /** The tree that a user's function returned. A promise or a generator would still compute after its trace has ended: refused. */
  flattenResult(what: string, tree: unknown): Flat {
    if (isGenerator(tree))
      throw new TracedValueError(
        `${what}: expected a plain result, got a generator. Return a list of what it yields: [...generator].`,
      );
    if (!isPromise(tree)) return this.flatten(tree);
    throw new TracedValueError(
      `${what}: expected a plain result, got ${describeForeign(tree)}. Differentiate a synchronous function, and await its data first.`,
    );
  }

  /** Snapshots of the values, so that a write to an argument while the transform runs has no effect. */
  snapshot({ treedef, values }: Flat): Flat {
    return { treedef, values: values.map(snapshot) };
  }

  /** Copies of the plain values, in ordinary memory, which outlast all transforms. */
  copyAll({ treedef, values }: Flat): Flat {
    return { treedef, values: values.map((x) => this.copy(x)) };
  }

  copy(value: unknown): unknown {
    return value instanceof Container ? value : spaceOf(this.spaces, "copy", value).copy(value);
  }

  /**
   * The values of a tree of derivatives in the order of its primal, each checked to have the form of its primal value;
   * `null` for a derivative of zero. Throws TreeError or CotangentError.
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

  /** Derivatives, with absent ones replaced by zeros of the form of their primals. */
  fillZeros(primals: readonly unknown[], ds: readonly unknown[]): unknown[] {
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
   * A value on its way out. A rule may return its own cotangent, and a function its own argument. So plain values leave
   * as copies (inside `scoped`, in its containers): no result shares storage with another, or with an input.
   */
  leave(value: unknown): unknown {
    if (value instanceof Container) return value;
    return holder === null ? this.copy(value) : holder.hold(value);
  }

  /** The values of a result, as the trace outside `trace` sees them. */
  unbox(trace: Trace, { treedef, values }: Flat): Flat {
    return { treedef, values: values.map((y) => trace.unbox(y)) };
  }

  leaveTree({ treedef, values }: Flat): unknown {
    return unflatten(treedef, values.map((x) => this.leave(x))); // prettier-ignore
  }

  /** Derivatives on their way out, with the zero of its primal for each that is absent. */
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

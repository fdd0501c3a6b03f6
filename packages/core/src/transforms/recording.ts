/** One run of a function on a tape: its result, and the walks between trees of arguments and trees of results. */
import type { Boundary } from "./boundary.js";
import { TracedValueError } from "../errors/errors.js";
import { pushAlong } from "../traces/forward.js";
import { backward } from "../traces/reverse.js";
import { holder, transiently, withScopes } from "../scope.js";
import type { Holder } from "../scope.js";
import { RecordTrace } from "../traces/tape.js";
import type { Mode } from "../traces/tape.js";
import { unflatten } from "../tree/tree.js";
import type { Flat } from "../tree/tree.js";

export type Fn = (...args: unknown[]) => unknown;

export class Recording {
  private constructor(
    private readonly boundary: Boundary,
    readonly tape: RecordTrace,
    readonly input: Flat,
    /** The result; values that depend on the inputs are containers of the tape. */
    readonly boxed: Flat,
    /** The aux value that `f` returned with the result, likewise. */
    private readonly boxedAux: Flat | null,
    /** The `scoped` function inside which the tape was made, if any: a reusable tape lasts no longer than that. */
    private readonly holder: Holder | null,
  ) {}

  /**
   * Run `f(...args)` on a tape. With `hasAux`, `f` returns `[result, aux]`, and `aux` is not differentiated. A reusable
   * tape outlives this call, so it holds copies of the arguments: a later write to them must not reach it.
   */
  static of(
    boundary: Boundary,
    mode: Mode,
    f: Fn,
    args: readonly unknown[],
    { hasAux = false, isReusable = false } = {},
  ): Recording {
    const isLasting = isReusable && holder === null;
    const tape = new RecordTrace(boundary.spaces, mode, isLasting);
    const given = boundary.flatten(args);
    const input = isLasting ? boundary.copyAll(given) : boundary.snapshot(given);
    const traced = unflatten(input.treedef, input.values.map((x) => tape.input(x))) as readonly unknown[]; // prettier-ignore
    const returned = tape.during(() => f(...traced));
    const [result, aux] = hasAux ? (returned as readonly unknown[]) : [returned];
    const boxed = boundary.flattenResult(mode, result);
    return new Recording(boundary, tape, input, boxed, hasAux ? boundary.flatten(aux) : null, holder);
  }

  /** The result, as the next outer trace sees it. */
  get output(): Flat {
    return this.boundary.unbox(this.tape, this.boxed);
  }

  /** The result, as it leaves the transform. */
  result(): unknown {
    return this.boundary.leaveTree(this.output);
  }

  aux(): unknown {
    return this.boxedAux && this.boundary.leaveTree(this.boundary.unbox(this.tape, this.boxedAux));
  }

  /** One cotangent tree per argument, for the cotangent tree `g` of the result. */
  pull(g: unknown): unknown {
    this.mustBeOpen("pull", "vjp");
    const gs = this.boundary.derivativesLike("pull", this.output, g);
    return withScopes(this.boundary.spaces, () => this.pullValues(gs, false));
  }

  /**
   * Like `pull`, inside a running transform, for a list of the cotangents of the result's values. With `free`, the tape
   * can be walked only once.
   */
  pullValues(gs: readonly unknown[], free: boolean): unknown {
    const pulled = transiently(() => backward(this.tape, this.boxed.values, gs, free));
    return this.boundary.leaveDerivatives(this.input, pulled);
  }

  /** The tangent tree of the result, for one tangent tree per argument. */
  push(ts: readonly unknown[]): unknown {
    this.mustBeOpen("push", "linearize");
    const tangents = this.boundary.derivativesLike("push", this.input, ts);
    return withScopes(this.boundary.spaces, () => {
      const pushed = transiently(() => pushAlong(this.tape, this.boxed.values, tangents));
      return this.boundary.leaveDerivatives(this.output, pushed);
    });
  }

  /** What lies in the memory of `scoped` has gone with it: `map`, which `transform` gave, would read other numbers. */
  mustBeOpen(map: string, transform: string): void {
    if (this.holder?.isOpen !== false) return;
    throw new TracedValueError(
      `${map}: expected a call while the scoped function that made it runs, got a later one. Call ${transform} outside scoped.`,
    );
  }
}

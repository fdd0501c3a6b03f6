/** A function run once on a tape: its result, and the walks between trees of arguments and results. */
import type { Boundary } from "./boundary.js";
import { TracedValueError } from "../errors/errors.js";
import { pushAlong } from "../traces/forward.js";
import { backward } from "../traces/reverse.js";
import { holder, transiently, within } from "../scope.js";
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
    /** In containers of the tape, where it depends on the inputs. */
    readonly boxed: Flat,
    /** What came with the result, likewise. */
    private readonly boxedAux: Flat | null,
    /** What a reusable tape lasts as long as, if it was made inside `scoped`. */
    private readonly holder: Holder | null,
  ) {}

  /**
   * Run `f(...args)` on a tape. With `hasAux`, `f` returns `[result, aux]` and aux is not differentiated. A reusable
   * tape outlives this call, so it remembers copies: a later write to an argument must not reach it.
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
    const input = isLasting ? boundary.copied(given) : boundary.take(given);
    const traced = unflatten(input.treedef, input.values.map((x) => tape.input(x))) as readonly unknown[]; // prettier-ignore
    const returned = tape.during(() => f(...traced));
    const [result, aux] = hasAux ? (returned as readonly unknown[]) : [returned];
    const boxed = boundary.flattenResult(mode, result);
    return new Recording(boundary, tape, input, boxed, hasAux ? boundary.flatten(aux) : null, holder);
  }

  /** The result, as the next outer trace sees it. */
  get output(): Flat {
    return this.boundary.unboxed(this.tape, this.boxed);
  }

  /** The result, ready to hand out. */
  result(): unknown {
    return this.boundary.leaveTree(this.output);
  }

  aux(): unknown {
    return this.boxedAux && this.boundary.leaveTree(this.boundary.unboxed(this.tape, this.boxedAux));
  }

  /** One cotangent tree per argument, for the cotangent tree `g` of the result. */
  pull(g: unknown): unknown {
    this.mustBeOpen("pull", "vjp");
    const gs = this.boundary.derivativesLike("pull", this.output, g);
    return within(this.boundary.spaces, () => this.pullValues(gs, false));
  }

  /**
   * The same for the cotangents of the result's values in order, inside a transform that is running. With `free`, the
   * tape is good for one walk.
   */
  pullValues(gs: readonly unknown[], free: boolean): unknown {
    const pulled = transiently(() => backward(this.tape, this.boxed.values, gs, free));
    return this.boundary.leaveDerivatives(this.input, pulled);
  }

  /** The tangent tree of the result, for one tangent tree per argument. */
  push(ts: readonly unknown[]): unknown {
    this.mustBeOpen("push", "linearize");
    const tangents = this.boundary.derivativesLike("push", this.input, ts);
    return within(this.boundary.spaces, () => {
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

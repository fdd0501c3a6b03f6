/** A function run once on a tape: its result, and the walks between trees of arguments and results. */
import type { Node } from "../node.js";
import { RecordTrace } from "../record.js";
import type { Mode } from "../rules.js";
import { transiently, within } from "../scope.js";
import type { Tape } from "../tape.js";
import { unflatten } from "../tree.js";
import type { Flat } from "../tree.js";
import type { Boundary } from "./boundary.js";

export type Fn = (...args: unknown[]) => unknown;

/** Makes a tree of cotangents, of which `undefined` are zero, in the form of their primals, while what they lie in is there. */
export type End<R> = (boundary: Boundary, input: Flat, cotangents: readonly unknown[]) => R;

/** As a tree that outlasts all. */
export const leaving: End<unknown> = (boundary, input, cotangents) =>
  boundary.leaveDerivatives(input, cotangents);

/** `output` holds the values as the next outer trace sees them; `aux` likewise, what else came with the result. */
export class Recording {
  private constructor(
    private readonly boundary: Boundary,
    private readonly tape: Tape,
    private readonly input: Flat,
    private readonly nodes: readonly (Node | null)[],
    readonly output: Flat,
    readonly aux: Flat | null,
  ) {}

  /**
   * Run `f(...args)` on a tape. With `hasAux`, `f` returns `[result, aux]` and aux is not differentiated. With
   * `keep`, the tape outlives this call, so it remembers copies: a later write to an argument must not reach it.
   */
  static of(
    boundary: Boundary,
    mode: Mode,
    f: Fn,
    args: readonly unknown[],
    { hasAux = false, keep = false } = {},
  ): Recording {
    const given = boundary.flatten(args);
    const input = keep ? { form: given.form, values: given.values.map((x) => boundary.leave(x)) } : given;
    const trace = new RecordTrace(boundary.spaces, mode, keep);
    const traced = unflatten(
      input.form,
      input.values.map((x) => trace.input(x)),
    );
    const returned = trace.during(() => f(...(traced as readonly unknown[])));
    const [result, aux] = hasAux ? (returned as readonly unknown[]) : [returned];
    const out = boundary.flattenResult(mode, result);
    const lower = (flat: Flat): Flat => ({ form: flat.form, values: flat.values.map((y) => trace.lower(y)) });
    const nodes = out.values.map((y) => trace.nodeOf(y));
    return new Recording(
      boundary,
      trace.tape,
      input,
      nodes,
      lower(out),
      hasAux ? lower(boundary.flatten(aux)) : null,
    );
  }

  /** The result, ready to hand out. */
  result(): unknown {
    return this.boundary.leaveTree(this.output.form, this.output.values);
  }

  /** One cotangent tree per argument, for the cotangent tree `g` of the result. */
  pull(g: unknown): unknown {
    return this.pullValues(this.boundary.derivativesLike("pull", this.output, g), false, leaving);
  }

  /**
   * The same for the cotangents of the result's values in order; `end` puts the tree together. With `free`, the tape is
   * good for one walk.
   */
  pullValues<R>(gs: readonly unknown[], free: boolean, end: End<R>): R {
    return within(this.boundary.spaces, () => {
      const cotangents = transiently(() => this.tape.backward(this.nodes, gs, free));
      return end(this.boundary, this.input, cotangents);
    });
  }

  /** The tangent tree of the result, for one tangent tree per argument. */
  push(ts: readonly unknown[]): unknown {
    const tangents = this.boundary.derivativesLike("push", this.input, ts);
    return within(this.boundary.spaces, () => {
      const pushed = transiently(() => this.tape.forward(this.nodes, tangents));
      return this.boundary.leaveDerivatives(this.output, pushed);
    });
  }

  /** The result for other arguments of the same structure, by the recorded applications: `f` is not run. */
  replay(args: readonly unknown[]): unknown {
    const inputs = this.boundary.derivativesLike("replay", this.input, args);
    const moving = this.nodes.filter((node) => node !== null);
    const answers = this.tape.replay(moving, inputs);
    const values = this.output.values.map((y, k) => {
      const node = this.nodes[k] ?? null;
      return node === null ? y : answers[moving.indexOf(node)];
    });
    return this.boundary.leaveTree(this.output.form, values);
  }

  /** What was recorded, in order, and where the result is in it. */
  graph(): { readonly nodes: readonly Node[]; readonly outputs: readonly number[] } {
    return {
      nodes: this.tape.list(),
      outputs: this.nodes.flatMap((node) => (node === null ? [] : [node.index])),
    };
  }
}

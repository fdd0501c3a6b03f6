/** Functions of trees as primitives, with derivatives of their own: given as rules, or had again by running them. */
import { KeepTrace } from "../keep.js";
import type { Kept } from "../keep.js";
import { primitive } from "../primitive.js";
import { Container } from "../trace.js";
import { unflatten } from "../tree.js";
import type { Boundary } from "./boundary.js";
import type { Fn } from "./recording.js";
import { derivativeAlong, vjp } from "./vjp.js";
import { runWatched } from "./watched.js";

type List = readonly unknown[];

/** Rules over trees: `g` and `ans` have the form of the result, `args`, `ts` and cotangents are one tree per argument. */
export interface TreeRules {
  readonly vjp?: ((g: unknown, ans: unknown, ...args: List) => List) | undefined;
  readonly jvp?: ((ts: List, ans: unknown, ...args: List) => unknown) | undefined;
}

/** Make `f` a primitive of the values in its arguments, so that traces see one application and use `rules`. */
export function withRules(boundary: Boundary, name: string, f: Fn, rules: TreeRules): Fn {
  return (...args) => {
    const input = boundary.flatten(args);
    const toArgs = (xs: List): List => unflatten(input.form, xs) as List;
    // The form of the result is known from the first run, and a run comes before any rule.
    let form = input.form;
    const run = (...xs: unknown[]): unknown => {
      const out = boundary.flattenResult(name, f(...toArgs(xs)));
      form = out.form;
      return form.kind === "value" ? out.values[0] : out.values;
    };
    const toList = (ans: unknown): List => (form.kind === "value" ? [ans] : (ans as List));
    const toTree = (ans: unknown): unknown => unflatten(form, toList(ans));
    const { vjp: back, jvp: forth } = rules;

    const p = primitive<unknown[], unknown>(name, run, {
      ...(back && {
        vjp: (g, ans, ...xs) => {
          const gTree = unflatten(form, boundary.filled(toList(ans), toList(g)));
          return boundary.derivativesLike(
            name,
            { form: input.form, values: xs },
            back(gTree, toTree(ans), ...toArgs(xs)),
          );
        },
      }),
      ...(forth && {
        jvp: (ts, ans, ...xs) => {
          const t = forth(toArgs(boundary.filled(xs, ts)), toTree(ans), ...toArgs(xs));
          const flat = boundary.derivativesLike(name, { form, values: toList(ans) }, t);
          return form.kind === "value" ? flat[0] : flat;
        },
      }),
    });
    return toTree(p(...input.values));
  };
}

/** What a checkpoint remembers beside the arguments. */
export interface CheckpointOptions {
  /** True for the names of ops whose answers are kept: those that cost much to compute and little to store. */
  readonly keep?: (op: string) => boolean;
}

/**
 * Store only the arguments of `f`, and the answers of the ops that `keep` names; run it again when its derivative is
 * asked for. Trades one more evaluation for the memory of what is inside. Griewank & Walther 2000, one level; nest it
 * for more.
 */
export function checkpoint(boundary: Boundary, f: Fn, { keep }: CheckpointOptions = {}): Fn {
  return (...args) => {
    const runs: Kept[] = [];
    const runWith = (kept: Kept, g: Fn, xs: List): unknown => {
      const trace = new KeepTrace(boundary.spaces, keep!, kept);
      const { form, values } = runWatched(boundary, "checkpoint", trace, g, xs);
      return unflatten(form, values);
    };
    const first: Fn = (...xs) => {
      const kept: Kept = [];
      runs.push(kept);
      return runWith(kept, f, xs);
    };
    return withRules(boundary, "checkpoint", keep === undefined ? f : first, {
      vjp: (g, _ans, ...xs) => {
        const pullBack: Fn = (...ys) => vjp(boundary, f, ys)[1](g);
        const { values } = boundary.flatten(xs);
        // What was kept is plain: of no use where derivatives of derivatives flow, or to one run among several.
        if (runs.length !== 1 || values.some((x) => x instanceof Container)) return pullBack(...xs) as List;
        return runWith(runs[0]!, pullBack, xs) as List;
      },
      jvp: (ts, _ans, ...xs) => derivativeAlong(boundary, f, xs, ts),
    })(...args);
  };
}

/**
 * `f` with a tangent rule of its own. A tangent map is linear, so reverse mode is had by transposing it: the pull
 * of `ts ↦ rule(ts)` itself.
 */
export function customJvp(boundary: Boundary, f: Fn, rule: NonNullable<TreeRules["jvp"]>): Fn {
  return withRules(boundary, "customJvp", f, {
    jvp: rule,
    vjp: (g, ans, ...args) => {
      const zeros = boundary.zerosOf(args) as List;
      return vjp(boundary, (...ts) => rule(ts, ans, ...args), zeros)[1](g) as List;
    },
  });
}

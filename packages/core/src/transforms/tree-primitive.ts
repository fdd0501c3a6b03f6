/** Functions of trees as primitives, with rules that take and return trees. */
import type { Boundary } from "./boundary.js";
import { primitive } from "../primitive.js";
import type { Args } from "../primitive.js";
import type { Fn } from "./recording.js";
import { isSingleValue, unflatten } from "../tree/tree.js";

/** `g` and `ans` have the structure of the result; `args`, `ts` and cotangents are lists of one tree per argument. */
export interface TreeRules {
  readonly vjp?: ((g: unknown, ans: unknown, ...args: Args) => Args) | undefined;
  readonly jvp?: ((ts: Args, ans: unknown, ...args: Args) => unknown) | undefined;
}

/** `f` as a primitive of the values in its arguments, so that traces see a single application and use `rules`. */
export function treePrimitive(boundary: Boundary, name: string, f: Fn, rules: TreeRules): Fn {
  return (...args) => {
    const input = boundary.flatten(args);
    const toArgs = (xs: Args): Args => unflatten(input.treedef, xs) as Args;
    // The structure of the result, known after `run`, which is called before any rule.
    let treedef = input.treedef;
    const run = (...xs: unknown[]): unknown => {
      const out = boundary.flattenResult(name, f(...toArgs(xs)));
      treedef = out.treedef;
      return fromList(out.values);
    };
    const fromList = (values: Args): unknown => (isSingleValue(treedef) ? values[0] : values);
    const toList = (ans: unknown): Args => (isSingleValue(treedef) ? [ans] : (ans as Args));
    const toTree = (ans: unknown): unknown => unflatten(treedef, toList(ans));
    const { vjp: back, jvp: forth } = rules;

    const p = primitive<unknown[], unknown>(name, run, {
      ...(back && {
        vjp: (g, ans, ...xs) => {
          const cotangent = unflatten(treedef, boundary.fillZeros(toList(ans), toList(g)));
          const primal = { treedef: input.treedef, values: xs };
          return boundary.derivativesLike(name, primal, back(cotangent, toTree(ans), ...toArgs(xs)));
        },
      }),
      ...(forth && {
        jvp: (ts, ans, ...xs) => {
          const t = forth(toArgs(boundary.fillZeros(xs, ts)), toTree(ans), ...toArgs(xs));
          return fromList(boundary.derivativesLike(name, { treedef, values: toList(ans) }, t));
        },
      }),
    });
    return toTree(p(...input.values));
  };
}

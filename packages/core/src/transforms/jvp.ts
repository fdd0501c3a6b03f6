/** Forward mode: a value and its directional derivative in one run. */
import type { Boundary } from "./boundary.js";
import { ForwardTrace } from "../traces/forward.js";
import type { Args } from "../primitive.js";
import type { Fn } from "./recording.js";
import { withScopes } from "../scope.js";
import { unflatten } from "../tree/tree.js";
import type { Flat } from "../tree/tree.js";
import { transform } from "./transform.js";

export interface JvpTransform {
  /**
   * The result of `f(...args)` and its derivative along `tangents` (Jacobian-vector product), in one run. `null` stands
   * for a tangent of zero. Throws CotangentError or TreeError if a tangent does not have the form of its argument.
   * @example
   * jvp((x: number) => mul(x, x), [3], [1]); // [9, 6]
   */
  jvp<A extends Args, R>(
    f: (...args: A) => R,
    args: A,
    tangents: { readonly [I in keyof A]: A[I] | null },
  ): [ans: R, tangent: R];
}

export const jvp = (boundary: Boundary): JvpTransform["jvp"] =>
  transform("jvp", (f, args: Args, tangents: Args) =>
    pushForward(boundary, f, args, tangents, (primal, ts) => [
      boundary.leaveTree(primal),
      boundary.leaveDerivatives(primal, ts),
    ]),
  );

/** The derivative alone. */
export function derivativeAlong(boundary: Boundary, f: Fn, args: Args, tangents: Args): unknown {
  return pushForward(boundary, f, args, tangents, (primal, ts) => boundary.leaveDerivatives(primal, ts));
}

/** Run `f` in forward mode; `leave` takes from the result and its tangents what is to leave the transform. */
function pushForward<R>(
  boundary: Boundary,
  f: Fn,
  args: Args,
  tangents: Args,
  leave: (primal: Flat, ts: readonly unknown[]) => R,
): R {
  const given = boundary.flatten(args);
  const ts = boundary.derivativesLike("jvp", given, tangents);
  return withScopes(boundary.spaces, () => {
    const trace = new ForwardTrace(boundary.spaces);
    const { treedef, values } = boundary.snapshot(given);
    const moving = boundary.snapshot({ treedef, values: ts }).values;
    const boxed = values.map((x, k) => (moving[k] === null ? x : trace.input(x, moving[k])));
    const traced = unflatten(treedef, boxed) as Args;
    const out = boundary.flattenResult("jvp", trace.during(() => f(...traced))); // prettier-ignore
    return leave(boundary.unbox(trace, out), out.values.map((y) => trace.tangentOf(y))); // prettier-ignore
  });
}

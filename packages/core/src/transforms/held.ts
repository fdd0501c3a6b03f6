/** Computing with values that need not outlast a transform. */
import { HoldTrace } from "../hold.js";
import { taken } from "../scope.js";
import { unflatten } from "../tree.js";
import type { Boundary } from "./boundary.js";

/** Stand-ins for the values of a tree. */
export type Hold = (tree: unknown) => unknown;

/** What `f` gives, as the caller's own; `f` may compute with stand-ins, which are refused when it has ended. */
export function held(boundary: Boundary, what: string, f: (hold: Hold) => unknown): unknown {
  const trace = new HoldTrace(boundary.spaces);
  const hold: Hold = (tree) => {
    const { form, values } = boundary.flatten(tree);
    return unflatten(form, values.map((x) => trace.enter(taken(x)))); // prettier-ignore
  };
  const { form, values } = boundary.flattenResult(what, trace.during(() => f(hold))); // prettier-ignore
  return boundary.leaveTree(form, values.map((x) => trace.lower(x))); // prettier-ignore
}

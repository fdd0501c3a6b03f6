/** Traces that only hold values: nothing is differentiated, nothing outlives the run. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import type { Fn } from "./recording.js";
import { box, findSpace } from "../space.js";
import type { Spaces } from "../space.js";
import { Trace } from "../tracer.js";
import type { Primitive } from "../tracer.js";
import { unflatten } from "../tree/tree.js";
import type { Flat } from "../tree/tree.js";

/** Its containers hold values that may be taken back when the run has ended; afterwards they are refused. */
export class HoldTrace extends Trace {
  constructor(readonly spaces: Spaces) {
    super();
  }

  /** `value` in a container, or as it is where it is not of a known kind. `which` counts the values of the arguments. */
  enter(value: unknown, _which: number): unknown {
    const space = findSpace(this.spaces, value);
    return space === undefined ? value : box(this, space, value, null);
  }

  protected override box(_p: Primitive, ans: unknown, _values: Args, _args: Args): unknown {
    return Array.isArray(ans) ? ans.map((a) => this.enter(a, -1)) : this.enter(ans, -1);
  }
}

/** `f(...args)` with its arguments held by `trace`: the result as the next outer trace sees it. */
export function runHeld(boundary: Boundary, what: string, trace: HoldTrace, f: Fn, args: Args): Flat {
  const { treedef, values } = boundary.take(boundary.flatten(args));
  const held = unflatten(treedef, values.map((x, which) => trace.enter(x, which))) as Args; // prettier-ignore
  const out = boundary.flattenResult(what, trace.during(() => f(...held))); // prettier-ignore
  return boundary.unboxed(trace, out);
}

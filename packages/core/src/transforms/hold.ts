/** A trace that only holds values: it differentiates nothing, and its values don't outlive the run. */
import type { Boundary } from "./boundary.js";
import type { Args } from "../primitive.js";
import type { Fn } from "./recording.js";
import { box, findSpace } from "../space.js";
import type { Spaces } from "../space.js";
import { Trace } from "../tracer.js";
import type { Primitive } from "../tracer.js";
import { unflatten } from "../tree/tree.js";
import type { Flat } from "../tree/tree.js";

/** Its containers may hold values in scope memory, because after the run they are refused. */
export class HoldTrace extends Trace {
  constructor(readonly spaces: Spaces) {
    super();
  }

  /** `value` in a container, or unchanged if of no known kind. `which`: position among the inputs, −1 for an answer. */
  enter(value: unknown, _which: number): unknown {
    const space = findSpace(this.spaces, value);
    return space === undefined ? value : box(this, space, value, null);
  }

  protected override box(_p: Primitive, ans: unknown, _values: Args, _args: Args): unknown {
    return Array.isArray(ans) ? ans.map((a) => this.enter(a, -1)) : this.enter(ans, -1);
  }
}

/** Run `f(...args)` with its arguments held by `trace`, and return the result as the next outer trace sees it. */
export function runHeld(boundary: Boundary, what: string, trace: HoldTrace, f: Fn, args: Args): Flat {
  const { treedef, values } = boundary.snapshot(boundary.flatten(args));
  const held = unflatten(treedef, values.map((x, which) => trace.enter(x, which))) as Args; // prettier-ignore
  const out = boundary.flattenResult(what, trace.during(() => f(...held))); // prettier-ignore
  return boundary.unbox(trace, out);
}

/** Computing with values of a transform before they leave it: nothing is differentiated, nothing outlives the run. */
import { box, findSpace } from "./kinds.js";
import type { Spaces } from "./kinds.js";
import type { Primitive } from "./rules.js";
import { Trace } from "./trace.js";

/** Its containers hold values that may be taken back when the run has ended; afterwards they are refused. */
export class HoldTrace extends Trace {
  constructor(readonly spaces: Spaces) {
    super();
  }

  enter(value: unknown): unknown {
    const space = findSpace(this.spaces, value);
    return space === undefined ? value : box(this, space, value, null);
  }

  override process(p: Primitive, args: readonly unknown[]): unknown {
    const ans = this.answer(p, args);
    return Array.isArray(ans) ? ans.map((a) => this.enter(a)) : this.enter(ans);
  }

  protected answer(p: Primitive, args: readonly unknown[]): unknown {
    const values = args.map((x) => this.lowered(x));
    return this.apply(p, values);
  }
}

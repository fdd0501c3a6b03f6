/** Keeping some answers of one run for the next: what a checkpoint with a policy needs. */
import { box, findSpace } from "./kinds.js";
import type { Spaces } from "./kinds.js";
import type { Primitive } from "./rules.js";
import { Trace } from "./trace.js";

/** Answers of the kept ops, in the order in which they were applied. */
export type Kept = unknown[];

/**
 * Runs a function that applies the same ops in the same order each time. The first run fills `kept` with the answers of
 * the ops that `keep` names; a later run, given the same list, takes them from there.
 */
export class KeepTrace extends Trace {
  private next = 0;
  private readonly filling: boolean;

  constructor(
    readonly spaces: Spaces,
    private readonly keep: (op: string) => boolean,
    private readonly kept: Kept,
  ) {
    super();
    this.filling = kept.length === 0;
  }

  enter(value: unknown): unknown {
    const space = findSpace(this.spaces, value);
    return space === undefined ? value : box(this, space, value, null);
  }

  override process(p: Primitive, args: readonly unknown[]): unknown {
    const ans = this.answer(p, args);
    return Array.isArray(ans) ? ans.map((a) => this.enter(a)) : this.enter(ans);
  }

  private answer(p: Primitive, args: readonly unknown[]): unknown {
    // A later run ends with a walk back, whose ops come after all that was kept.
    const taking = !this.filling && this.next < this.kept.length;
    const keeping = (this.filling || taking) && this.keep(p.name);
    if (keeping && taking) return this.kept[this.next++];
    const ans = this.apply(
      p,
      args.map((x) => this.lowered(x)),
    );
    if (keeping) this.kept.push(ans);
    return ans;
  }
}

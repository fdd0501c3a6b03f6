/** Keeping some answers of one run for the next: what a checkpoint with a policy needs. */
import { HoldTrace } from "./hold.js";
import type { Spaces } from "./kinds.js";
import type { Primitive } from "./rules.js";

/** Answers of the kept ops, in the order in which they were applied. */
export type Kept = unknown[];

/**
 * Runs a function that applies the same ops in the same order each time. The first run fills `kept` with the answers of
 * the ops that `keep` names; a later run, given the same list, takes them from there.
 */
export class KeepTrace extends HoldTrace {
  /** What is kept belongs to a record, which may outlive the transform that runs now. */
  protected override readonly scoped = false;
  private next = 0;
  private readonly filling: boolean;

  constructor(
    spaces: Spaces,
    private readonly keep: (op: string) => boolean,
    private readonly kept: Kept,
  ) {
    super(spaces);
    this.filling = kept.length === 0;
  }

  protected override answer(p: Primitive, args: readonly unknown[]): unknown {
    // A later run ends with a walk back, whose ops come after all that was kept.
    const taking = !this.filling && this.next < this.kept.length;
    const keeping = (this.filling || taking) && this.keep(p.name);
    if (keeping && taking) return this.kept[this.next++];
    const ans = super.answer(p, args);
    if (keeping) this.kept.push(ans);
    return ans;
  }
}

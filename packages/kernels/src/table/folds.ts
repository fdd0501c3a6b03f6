/** The reductions that combine entries by an elementwise kernel. A line here is all that they need in every backend. */
import type { BinaryName } from "./elementwise.js";

interface Fold {
  /** The kernel that combines two entries: associative and commutative, but for rounding. */
  readonly by: BinaryName;
  /** What it combines nothing to. */
  readonly identity: number;
}

export const folds = {
  /** Pairwise or better: the error grows with log n, not n. Empty: 0. */
  sum: { by: "add", identity: 0 },
  /** Empty: 1. */
  prod: { by: "mul", identity: 1 },
  /** NaN if any entry is. The reduced part is not empty. */
  max: { by: "maximum", identity: -Infinity },
  /** NaN if any entry is. The reduced part is not empty. */
  min: { by: "minimum", identity: Infinity },
} as const satisfies Record<string, Fold>;

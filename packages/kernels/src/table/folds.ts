/** The reductions that combine entries by an elementwise kernel. An entry here is all that every backend needs. */
import type { BinaryName } from "./elementwise.js";

interface Fold {
  /** The kernel that combines two entries: associative and commutative, up to rounding. */
  readonly by: BinaryName;
  /** The answer for no entries. */
  readonly identity: number;
}

export const folds = {
  /** Pairwise or better: the error grows with log n, not n. Empty: 0. */
  sum: { by: "add", identity: 0 },
  /** Empty: 1. */
  prod: { by: "mul", identity: 1 },
  /** NaN if any entry is NaN. Rows are never empty. */
  max: { by: "maximum", identity: -Infinity },
  /** NaN if any entry is NaN. Rows are never empty. */
  min: { by: "minimum", identity: Infinity },
} as const satisfies Record<string, Fold>;

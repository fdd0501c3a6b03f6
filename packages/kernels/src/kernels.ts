/** What a numeric backend must be able to do: the types that follow from the table. */
import type { Memory } from "./memory.js";
import type { AlongLast, Binary, Compare, Order, Reduction, Search, Unary } from "./signatures.js";
import type { factorizations, normalizations, orders, others, reductions, scans, searches, sorts } from "./table/arrays.js"; // prettier-ignore
import type { binary, compare, unary } from "./table/elementwise.js";
import type { folds } from "./table/folds.js";

/** A kernel of this signature for each line of a group. */
type Each<Group, Signature> = { readonly [K in keyof Group]: Signature };

/**
 * Kernels write their answer into `out` and trust their arguments: shapes were checked by whoever calls. Arrays may
 * have any strides (negative and zero too) and offsets; only `out` must not alias itself. Where `out` overlaps an
 * input, the answer is as if the input had been copied first.
 */
export type Kernels = Each<typeof unary, Unary> &
  Each<typeof binary, Binary> &
  Each<typeof compare, Compare> &
  Each<typeof folds, Reduction> &
  Each<typeof reductions, Reduction> &
  Each<typeof searches, Search> &
  Each<typeof scans, AlongLast> &
  Each<typeof normalizations, AlongLast> &
  Each<typeof sorts, AlongLast> &
  Each<typeof orders, Order> &
  typeof others &
  Factorizations;

export type Factorizations = typeof factorizations;

/** A backend supplies some kernels; those that it lacks are the reference's. Backends compose by spread. */
export type Backend = Partial<Kernels> & { readonly memory?: Memory };

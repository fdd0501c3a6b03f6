/** The interface of a numeric backend, derived from the table. */
import type { Memory } from "./memory.js";
import type { AlongLast, Binary, Compare, Order, Reduction, Search, Unary } from "./signatures.js";
import type { factorizations, normalizations, orders, others, reductions, scans, searches, sorts } from "./table/arrays.js"; // prettier-ignore
import type { binary, compare, unary } from "./table/elementwise.js";
import type { folds } from "./table/folds.js";

/** A kernel of this signature for each entry of a group. */
type Each<Group, Signature> = { readonly [K in keyof Group]: Signature };

/**
 * Kernels write their answer into `out` and trust their arguments: the caller has checked the shapes. Arrays may have
 * any offset and any strides, including negative ones and 0; only `out` must not alias itself. Where `out` overlaps an
 * input, the answer is the same as if the input had been copied first.
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

/** Some of the kernels; the reference supplies the rest. Backends compose by spread. */
export type Backend = Partial<Kernels> & { readonly memory?: Memory };

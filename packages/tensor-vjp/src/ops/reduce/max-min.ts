/** The largest and smallest entry over axes. */
import { maxOver, minOver } from "../../primitives/reduce/max-min.js";
import { reduction } from "./reduction.js";
import type { ReduceOp } from "./reduction.js";

/**
 * The largest entry over `axis`, NaN if any is NaN. Shapes: [..., n, ...] → without the reduced axes, or 1 with `keepdims`.
 * Ties, or several NaNs, share the cotangent equally. Throws ValueError where there is nothing to reduce, AxisError for an
 * axis out of range.
 */
export const max: ReduceOp = reduction("max", maxOver);

/** The smallest entry over `axis`; otherwise as `max`. */
export const min: ReduceOp = reduction("min", minOver);

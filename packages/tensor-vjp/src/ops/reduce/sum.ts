/** Sums over axes. */
import { sumOver } from "../../primitives/reduce/sum.js";
import { reduction } from "./reduction.js";
import type { ReduceOp } from "./reduction.js";

/**
 * Sum of the entries over `axis`, pairwise; 0 for none. Shapes: [..., n, ...] → without the reduced axes, or 1 with
 * `keepdims`. Linear. Throws AxisError for an axis out of range, ValueError for one named twice.
 */
export const sum: ReduceOp = reduction("sum", sumOver);

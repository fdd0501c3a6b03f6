/** Comparisons: booleans for two numbers, masks otherwise; never in a graph. NaN compares false (notEqual: true). */
import { comparison } from "./define.js";
import type { CompareOp } from "./define.js";

/** x = y, broadcasting. */
export const equal: CompareOp = comparison("equal");

/** x ≠ y, broadcasting. */
export const notEqual: CompareOp = comparison("notEqual");

/** x > y, broadcasting. */
export const greater: CompareOp = comparison("greater");

/** x ≥ y, broadcasting. */
export const greaterEqual: CompareOp = comparison("greaterEqual");

/** x < y, broadcasting. */
export const less: CompareOp = comparison("less");

/** x ≤ y, broadcasting. */
export const lessEqual: CompareOp = comparison("lessEqual");

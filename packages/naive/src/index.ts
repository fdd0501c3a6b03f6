/** Approach 1: values that carry their graph and their gradient. */
export { array, list, map } from "./arrays.js";
export type { List, Value } from "./arrays.js";
export { elementwise, Var } from "./var.js";
export type { Child } from "./var.js";

/** Optimisers and data for training small models. */
export { adagrad, rmsprop } from "./adaptive.js";
export type { AdagradOptions, RmspropOptions } from "./adaptive.js";
export { adam } from "./adam.js";
export type { AdamOptions } from "./adam.js";
export { batches } from "./batches.js";
export { parseCsv } from "./csv.js";
export type { Table } from "./csv.js";
export type { Optimizer, State } from "./optimizer.js";
export { sgd } from "./sgd.js";
export type { SgdOptions } from "./sgd.js";
export { mapTree } from "./tree.js";

/** The reference backend: every kernel of the table, in plain loops. */
import type { Kernels } from "../kernels.js";
import type { Binary, Compare, NdF64, NdU8, Operand, Unary } from "../signatures.js";
import { factorizations, normalizations, orders, others, reductions, scans, searches, sorts } from "../table/arrays.js"; // prettier-ignore
import { binary, compare, unary } from "../table/elementwise.js";
import { folds } from "../table/folds.js";
import { mapTable } from "../table/map-table.js";
import { entrywise } from "./entrywise.js";
import { fold } from "./fold.js";
import { foldLoops, loops } from "./loops.generated.js";
import { mapRows, reduceRows } from "./rows.js";

export const reference: Kernels = {
  ...mapTable(unary, (name): Unary => {
    const run = entrywise(loops[name]);
    return (out: NdF64, x: NdF64) => run(out, x, 0, 0);
  }),
  ...mapTable(binary, (name): Binary => {
    const run = entrywise(loops[name]);
    return (out: NdF64, x: Operand, y: Operand) => run(out, x, y, 0);
  }),
  ...mapTable(compare, (name): Compare => {
    const run = entrywise(loops[name]);
    return (out: NdU8, x: Operand, y: Operand) => run(out, x, y, 0);
  }),
  ...mapTable(folds, (name) => fold(foldLoops[name])),
  ...mapTable(reductions, (_, row) => reduceRows<Float64Array>(row)),
  ...mapTable(searches, (_, row) => reduceRows<Int32Array>(row)),
  ...mapTable(scans, (_, row) => mapRows(row)),
  ...mapTable(normalizations, (_, row) => mapRows(row)),
  ...mapTable(sorts, (_, row) => mapRows(row)),
  ...mapTable(orders, (_, row) => mapRows(row)),
  ...others,
  ...factorizations,
};

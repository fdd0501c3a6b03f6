/** Elementwise kernels: each scalar function in loops of its own. */
import type { Elementwise, NdF64, NdU8, Operand } from "../kernels.js";
import { binary, compare, unary } from "../scalar.js";
import { entrywise } from "./entrywise.js";
import { mapTable } from "./table.js";

export const elementwise: Elementwise = {
  ...mapTable(unary, (name, f) => {
    const run = entrywise(name, f, 1);
    return (out: NdF64, x: NdF64) => run(out, x, 0, 0);
  }),
  ...mapTable(binary, (name, f) => {
    const run = entrywise(name, f, 2);
    return (out: NdF64, x: Operand, y: Operand) => run(out, x, y, 0);
  }),
  ...mapTable(compare, (name, f) => {
    const run = entrywise(name, f, 2);
    return (out: NdU8, x: Operand, y: Operand) => run(out, x, y, 0);
  }),
  where: entrywise("where", (c: number, x: number, y: number) => (c !== 0 ? x : y), 3),
};

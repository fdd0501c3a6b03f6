/** Elementwise kernels: each scalar function in loops of its own. */
import type { NdArray } from "ndarray";
import type { Elementwise, NdF64, NdU8, Operand } from "../kernels.js";
import { binary, compare, unary } from "../scalar.js";
import { collapse, walk } from "./layout.js";
import { rowLoop } from "./loops.js";
import { unaliasedEntries } from "./overlap.js";
import { mapTable } from "./table.js";

type Destination = NdArray<Float64Array | Uint8Array>;

export const elementwise: Elementwise = {
  ...mapTable(unary, (name, f) => {
    const run = kernel(name, f, 1);
    return (out: NdF64, x: NdF64) => run(out, x);
  }),
  ...mapTable(binary, (name, f) => {
    const run = kernel(name, f, 2);
    return (out: NdF64, x: Operand, y: Operand) => run(out, x, y);
  }),
  ...mapTable(compare, (name, f) => {
    const run = kernel(name, f, 2);
    return (out: NdU8, x: Operand, y: Operand) => run(out, x, y);
  }),
  where: kernel("where", (c: number, x: number, y: number) => (c !== 0 ? x : y), 3),
};

function kernel(name: string, f: (...args: never[]) => number | boolean, arity: number) {
  const loop = rowLoop(name, f, arity);
  return (out: Destination, ...inputs: readonly (Operand | NdU8)[]) => {
    const still = out.shape.map(() => 0);
    const operands = [out, ...inputs.map((x) => (typeof x === "number" ? x : unaliasedEntries(out, x)))];
    const layout = collapse(out.shape, operands.map((x) => (typeof x === "number" ? still : x.stride)));
    const depth = layout.shape.length - 1;
    const data = operands.map((x) => (typeof x === "number" ? Float64Array.of(x) : x.data));
    const steps = layout.strides.map((s) => s[depth]!);
    const at = operands.map((x) => (typeof x === "number" ? 0 : x.offset));
    walk(layout, depth, at, () => loop(layout.shape[depth]!, ...data.flatMap((d, k) => [d, at[k]!, steps[k]!])));
  };
}

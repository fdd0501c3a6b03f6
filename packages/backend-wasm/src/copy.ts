/** Copies of whole arrays. */
import type { Moves, NdF64 } from "@ndgrad/kernels";
import { collapse, reference, walk } from "@ndgrad/kernels";
import { addressOf, isContiguous } from "./address.js";
import { meet } from "./layout.js";
import { plain } from "./module/plain.js";
import { exported } from "./module/load.js";

/** Numbers that are copied as fast here. */
const SMALL = 8;

/** `run(m, n, out, outRow, outStep, x, xRow, xStep)` */
const run = exported(plain, "copy");

export const copy: Moves["copy"] = (out, x) => {
  const size = out.size;
  if (typeof x === "number" || size <= SMALL) {
    reference.copy(out, x);
    return;
  }
  const o = addressOf(out);
  const a = addressOf(x);
  const isRow = isContiguous(out) && isContiguous(x);
  const isApart = isRow ? o + 8 * size <= a || a + 8 * size <= o : !meet(out, x);
  if (o === 0 || a === 0 || !isApart) reference.copy(out, x);
  else if (isRow) run(1, size, o, 0, 8, a, 0, 8);
  else overMatrices(out, o, x, a);
};

function overMatrices(out: NdF64, o: number, x: NdF64, a: number): void {
  const layout = collapse(out.shape, [out.stride, x.stride]);
  const last = layout.shape.length - 1;
  const depth = Math.max(0, last - 1);
  const m = last === 0 ? 1 : layout.shape[depth]!;
  const n = layout.shape[last]!;
  const [to, from] = layout.strides as [readonly number[], readonly number[]];
  const at: [number, number] = [0, 0];
  walk(layout, depth, at, () => {
    run(m, n, o + 8 * at[0], 8 * to[depth]!, 8 * to[last]!, a + 8 * at[1], 8 * from[depth]!, 8 * from[last]!);
  });
}

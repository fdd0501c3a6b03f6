/** Copies of whole arrays. */
import type { Copy, NdF64, Operand } from "@ndgrad/kernels";
import { collapse, overlaps, reference, walk } from "@ndgrad/kernels";
import { addressOf, rowAddress } from "./address.js";
import { withFallback } from "./kernel.js";
import { plain } from "./module/plain.js";
import { exported } from "./module/load.js";

/** Up to this size, a loop in JavaScript is as fast. */
const SMALL = 8;

/** run(m, n, out, outRow, outStep, x, xRow, xStep) */
const run = exported(plain, "copy");
/** fill(n, out, value) */
const fill = exported(plain, "fill");

export const copy: Copy = withFallback((out, x) => out.size > SMALL && copyResident(out, x), reference.copy);

/** Returns false if one of the arrays is not resident or they share memory. */
function copyResident(out: NdF64, x: Operand): boolean {
  const size = out.size;
  const to = rowAddress(out);
  if (typeof x === "number") {
    if (to !== 0) fill(size, to, x);
    return to !== 0;
  }
  const from = rowAddress(x);
  const isPlain = to !== 0 && from !== 0 && (to + 8 * size <= from || from + 8 * size <= to);
  if (isPlain) run(1, size, to, 0, 8, from, 0, 8);
  return isPlain || copyStrided(out, addressOf(out), x, addressOf(x));
}

/** Like `copyResident`, for any strides. */
function copyStrided(out: NdF64, o: number, x: NdF64, a: number): boolean {
  if (o === 0 || a === 0) return false;
  if (overlaps(out, x)) return false;
  if (out.shape.length === 2) {
    const [m, n] = [out.shape[0]!, out.shape[1]!];
    run(m, n, o, 8 * out.stride[0]!, 8 * out.stride[1]!, a, 8 * x.stride[0]!, 8 * x.stride[1]!);
    return true;
  }
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
  return true;
}

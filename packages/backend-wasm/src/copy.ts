/** Copies of whole arrays. */
import type { Moves, NdF64, Operand } from "@ndgrad/kernels";
import { reference } from "@ndgrad/kernels";
import { addressOf, isContiguous } from "./address.js";
import { collapse, meet, walk } from "./layout.js";
import type { Run } from "./module/load.js";

const SMALL = 8;

/** `copy(m, n, out, outRow, outStep, x, xRow, xStep)`, `fill(m, n, out, outRow, outStep, value)`. */
export function copyKernel(copy: Run, fill: Run): Moves["copy"] {
  return (out, x) => {
    const size = out.size;
    const o = size > SMALL ? addressOf(out) : 0;
    const a = o === 0 || typeof x === "number" ? 0 : addressOf(x);
    if (o === 0 || (typeof x !== "number" && (a === 0 || meet(out, x)))) reference.copy(out, x);
    else if (isContiguous(out) && typeof x !== "number" && isContiguous(x)) copy(1, size, o, 0, 8, a, 0, 8);
    else overMatrices(copy, fill, out, o, x, a);
  };
}

function overMatrices(copy: Run, fill: Run, out: NdF64, o: number, x: Operand, a: number): void {
  const layout = collapse(out.shape, [out.stride, typeof x === "number" ? out.stride : x.stride]);
  const last = layout.shape.length - 1;
  const depth = Math.max(0, last - 1);
  const m = last === 0 ? 1 : layout.shape[depth]!;
  const n = layout.shape[last]!;
  const [oR, xR] = layout.strides.map((s) => 8 * s[depth]!) as Two;
  const [oS, xS] = layout.strides.map((s) => 8 * s[last]!) as Two;
  const at: Two = [0, 0];
  walk(layout, depth, at, () => {
    if (typeof x === "number") fill(m, n, o + 8 * at[0], oR, oS, x);
    else copy(m, n, o + 8 * at[0], oR, oS, a + 8 * at[1], xR, xS);
  });
}

/** Of out and x. */
type Two = [number, number];

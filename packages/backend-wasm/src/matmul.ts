/** Matrix products: which way round, and copies of what lies elsewhere. */
import type { MatrixProduct, NdF64 } from "@ndgrad/kernels";
import { collapse, extent, overlaps, walk } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { copy } from "./copy.js";
import { orElse } from "./kernel.js";
import type { Run } from "./module/load.js";
import { multiplier } from "./product.js";
import type { Multiply } from "./product.js";
import { copyNumbers, emptyScratch, packedCopy, scratchArray } from "./scratch.js";

/** So many products pay for the call, and for copies there and back. */
const SMALL = 16;
const STAGED = 512;

/** Of the kernels in product.ts. */
export function matmulKernel(gemm: Run, gemv: Run, fallback: MatrixProduct): MatrixProduct {
  const multiply = multiplier(gemm, gemv);
  return orElse((out, a, b) => {
    const work = out.size * a.shape[a.shape.length - 1]!;
    const [o, x, y] = [addressOf(out), addressOf(a), addressOf(b)];
    const isNear = o !== 0 && x !== 0 && y !== 0;
    if (work < (isNear ? SMALL : STAGED)) return false;
    if (!isNear || out.shape.length !== 2 || !hasLines(out) || overlaps(out, a) || overlaps(out, b))
      return overBatch(multiply, out, a, b);
    const [m, n] = [out.shape[0]!, out.shape[1]!];
    const [oR, oS] = [8 * out.stride[0]!, 8 * out.stride[1]!];
    const [aR, aS] = [8 * a.stride[0]!, 8 * a.stride[1]!];
    multiply(m, n, a.shape[1]!, o, oR, oS, x, aR, aS, y, 8 * b.stride[0]!, 8 * b.stride[1]!);
    return true;
  }, fallback);
}

/** Whether entries of rows or of columns lie together. */
function hasLines(out: NdF64): boolean {
  const last = out.shape.length - 1;
  return out.stride[last] === 1 || out.stride[last - 1] === 1;
}

function overBatch(multiply: Multiply, out: NdF64, left: NdF64, right: NdF64): boolean {
  emptyScratch();
  const a = near(left);
  const b = near(right);
  if (a === undefined || b === undefined) return false;
  const o = addressOf(out);
  const isDirect = o !== 0 && hasLines(out) && !overlaps(out, left) && !overlaps(out, right);
  const aside = isDirect ? undefined : scratchArray(out.shape, out.size);
  if (!isDirect && aside === undefined) return false;
  const to =
    aside === undefined
      ? { address: o, stride: out.stride }
      : { address: aside.address, stride: aside.stride };
  walkBatch(multiply, to, out.shape, a, b, left.shape.at(-1)!);
  if (aside !== undefined) copy(out, aside);
  return true;
}

function walkBatch(
  multiply: Multiply,
  out: OperandLayout,
  shape: readonly number[],
  a: OperandLayout,
  b: OperandLayout,
  k: number,
): void {
  const last = shape.length - 1;
  // Along the rows of `out`, `b` stands still; where it does so in a batch too, the batch is more rows.
  const bStride = b.stride.map((s, d) => (d < last - 1 ? s : 0));
  const rows = collapse(shape.slice(0, -1), [out.stride, a.stride, bStride]);
  const innermost = rows.shape.length - 1;
  const isShared = rows.strides[2]![innermost] === 0;
  const m = isShared ? rows.shape[innermost]! : 1;
  const step = (x: OperandLayout, d: number) => 8 * x.stride[d]!;
  const [oR, aR] = [8 * rows.strides[0]![innermost]!, 8 * rows.strides[1]![innermost]!];
  const [oS, aS, bR, bS] = [step(out, last), step(a, last), step(b, last - 1), step(b, last)];
  const at: [number, number, number] = [0, 0, 0];
  walk(rows, isShared ? innermost : innermost + 1, at, () => {
    const [o, x, y] = [out.address + 8 * at[0], a.address + 8 * at[1], b.address + 8 * at[2]];
    multiply(m, shape[last]!, k, o, oR, oS, x, aR, aS, y, bR, bS);
  });
}

interface OperandLayout {
  readonly address: number;
  readonly stride: readonly number[];
}

/** Where x is in the memory of the kernels, copied there if need be; undefined where there is no room. */
function near(x: NdF64): OperandLayout | undefined {
  const address = addressOf(x);
  if (address !== 0) return { address, stride: x.stride };
  const [first, end] = extent(x);
  if (end - first <= 2 * x.size) {
    const there = copyNumbers(x.data, first, end - first);
    return there === 0 ? undefined : { address: there + 8 * (x.offset - first), stride: x.stride };
  }
  const packed = packedCopy(x);
  return packed && { address: packed.address, stride: packed.stride };
}

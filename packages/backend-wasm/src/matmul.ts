/** Matrix products, with copies of operands that are not resident. */
import type { MatrixProduct, NdF64 } from "@ndgrad/kernels";
import { collapse, extent, overlaps, walk } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { copy } from "./copy.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { multiplier } from "./product.js";
import type { Multiply } from "./product.js";
import { copyIn, packedCopy, resetScratch, scratchArray } from "./scratch.js";

/** From SMALL multiplications on the call pays, and from STAGED on copies in and out pay too. */
const SMALL = 16;
const STAGED = 512;

/** A kernel that multiplies with the module's `gemm` and `gemv`. */
export function matmulKernel(gemm: Run, gemv: Run, fallback: MatrixProduct): MatrixProduct {
  const multiply = multiplier(gemm, gemv);
  return withFallback((out, a, b) => {
    const work = out.size * a.shape[a.shape.length - 1]!;
    const [o, x, y] = [addressOf(out), addressOf(a), addressOf(b)];
    const isResident = o !== 0 && x !== 0 && y !== 0;
    if (work < (isResident ? SMALL : STAGED)) return false;
    if (!isResident || out.shape.length !== 2 || !hasLines(out) || overlaps(out, a) || overlaps(out, b))
      return multiplyBatch(multiply, out, a, b);
    const [m, n] = [out.shape[0]!, out.shape[1]!];
    const [oR, oS] = [8 * out.stride[0]!, 8 * out.stride[1]!];
    const [aR, aS] = [8 * a.stride[0]!, 8 * a.stride[1]!];
    multiply(m, n, a.shape[1]!, o, oR, oS, x, aR, aS, y, 8 * b.stride[0]!, 8 * b.stride[1]!);
    return true;
  }, fallback);
}

/** Whether the rows or the columns are contiguous. */
function hasLines(out: NdF64): boolean {
  const last = out.shape.length - 1;
  return out.stride[last] === 1 || out.stride[last - 1] === 1;
}

function multiplyBatch(multiply: Multiply, out: NdF64, left: NdF64, right: NdF64): boolean {
  resetScratch();
  const a = makeResident(left);
  const b = makeResident(right);
  if (a === undefined || b === undefined) return false;
  const o = addressOf(out);
  const isDirect = o !== 0 && hasLines(out) && !overlaps(out, left) && !overlaps(out, right);
  const temporary = isDirect ? undefined : scratchArray(out.shape, out.size);
  if (!isDirect && temporary === undefined) return false;
  const to =
    temporary === undefined
      ? { address: o, stride: out.stride }
      : { address: temporary.address, stride: temporary.stride };
  walkBatch(multiply, to, out.shape, a, b, left.shape.at(-1)!);
  if (temporary !== undefined) copy(out, temporary);
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
  // The rows of `out` all use the same `b`. If a batch does too, it is merged with the rows.
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

/** The layout of x in the module's memory, copied in if necessary; undefined if scratch memory is full. */
function makeResident(x: NdF64): OperandLayout | undefined {
  const address = addressOf(x);
  if (address !== 0) return { address, stride: x.stride };
  const [first, end] = extent(x);
  if (end - first <= 2 * x.size) {
    const there = copyIn(x.data, first, end - first);
    return there === 0 ? undefined : { address: there + 8 * (x.offset - first), stride: x.stride };
  }
  const packed = packedCopy(x);
  return packed && { address: packed.address, stride: packed.stride };
}

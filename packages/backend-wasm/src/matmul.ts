/** Matrix products: which way round, and copies of what lies elsewhere. */
import type { NdF64, Products } from "@ndgrad/kernels";
import { reference } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { collapse, extent, meet, walk } from "./layout.js";
import type { Run } from "./module/load.js";
import { regions } from "./module/memory.js";
import { copyNumbers, emptyScratch, packedCopy, scratchArray } from "./scratch.js";

/** So many products pay for copies there and back, and for the call. */
const STAGED = 512;
const SMALL = 16;

/** `gemm(m, n, k, out, outRow, a, aRow, aStep, b, bRow, bStep, room)`; rows of `out` lie together. */
export function matmulKernel(gemm: Run): Products["matmul"] {
  return (out, a, b) => {
    const work = out.size * a.shape[a.shape.length - 1]!;
    const isNear = addressOf(out) !== 0 && addressOf(a) !== 0 && addressOf(b) !== 0;
    if (work < (isNear ? SMALL : STAGED) || !multiply(gemm, out, a, b)) reference.matmul(out, a, b);
  };
}

function multiply(gemm: Run, out: NdF64, left: NdF64, right: NdF64): boolean {
  emptyScratch();
  const a = near(left);
  const b = near(right);
  if (a === undefined || b === undefined) return false;
  const last = out.shape.length - 1;
  const hasLines = out.stride[last] === 1 || out.stride[last - 1] === 1;
  const isDirect = addressOf(out) !== 0 && hasLines && !meet(out, left) && !meet(out, right);
  const to = isDirect ? out : scratchArray(out.shape, out.size);
  if (to === undefined) return false;
  product(gemm, to, isDirect ? addressOf(out) : to.data.byteOffset, a, b);
  if (!isDirect) reference.copy(out, to);
  return true;
}

function product(gemm: Run, out: NdF64, address: number, a: Placed, b: Placed): void {
  const last = out.shape.length - 1;
  const n = out.shape[last]!;
  const k = a.shape[last]!;
  const step = (x: { readonly stride: readonly number[] }, d: number) => x.stride[d]! * 8;
  // Along the rows of `out`, `b` stands still; where it does so in a batch too, the batch is more rows.
  const bStride = b.stride.map((s, d) => (d < last - 1 ? s : 0));
  const rows = collapse(out.shape.slice(0, -1), [out.stride, a.stride, bStride]);
  const innermost = rows.shape.length - 1;
  const isShared = rows.strides[2]![innermost] === 0;
  const m = isShared ? rows.shape[innermost]! : 1;
  const oR = 8 * rows.strides[0]![innermost]!;
  const aR = 8 * rows.strides[1]![innermost]!;
  const [oS, aS, bR, bS] = [step(out, last), step(a, last), step(b, last - 1), step(b, last)];
  const at: [number, number, number] = [0, 0, 0];
  walk(rows, isShared ? innermost : innermost + 1, at, () => {
    const [to, x, y] = [address + 8 * at[0], a.address + 8 * at[1], b.address + 8 * at[2]];
    // The transposed product is that of the transposed factors in reverse order.
    if (oS === 8 || n === 1) gemm(m, n, k, to, oR, x, aR, aS, y, bR, bS, regions.room);
    else gemm(n, m, k, to, oS, y, bS, bR, x, aS, aR, regions.room);
  });
}

interface Placed {
  readonly address: number;
  readonly shape: readonly number[];
  readonly stride: readonly number[];
}

/** Where x is in the memory of the kernels, copied there if need be; undefined where there is no room. */
function near(x: NdF64): Placed | undefined {
  const address = addressOf(x);
  if (address !== 0) return { address, shape: x.shape, stride: x.stride };
  const [first, end] = extent(x);
  if (end - first <= 2 * x.size) {
    const copy = copyNumbers(x.data, first, end - first);
    return copy === 0
      ? undefined
      : { address: copy + 8 * (x.offset - first), shape: x.shape, stride: x.stride };
  }
  const packed = packedCopy(x);
  return packed === undefined
    ? undefined
    : { address: packed.data.byteOffset, shape: packed.shape, stride: packed.stride };
}

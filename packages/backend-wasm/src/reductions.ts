/** Folds over the trailing dimensions. */
import { collapse, isContiguous, overlaps } from "@ndgrad/kernels";
import type { NdF64, Reduction } from "@ndgrad/kernels";
import { addressOf } from "./address.js";
import { withFallback } from "./kernel.js";
import type { Run } from "./module/load.js";
import { numbers, regions } from "./module/memory.js";
import { allocateScratch, copyBack, packedCopy, resetScratch } from "./scratch.js";

/** Fewer numbers than this are folded as fast in JavaScript. */
const SMALL = 16;

/**
 * Calls `rows(m, n, out, outStep, x, xRow)` or `columns(m, n, out, x, xRow, workspace)`: one number per row or column.
 */
export function foldKernel(rows: Run, columns: Run, fallback: Reduction): Reduction {
  return withFallback((out, x) => {
    const size = x.size;
    if (size < SMALL || !isContiguous(out)) return false;
    const a = addressOf(x);
    if (a === 0) return false;
    const m = out.size;
    if (m === 1 && isContiguous(x)) {
      // The answer is written after all of x has been read, so overlaps do no harm.
      rows(1, size, regions.slots, 8, a, 0);
      out.data[out.offset] = numbers[regions.slots / 8]!;
      return true;
    }
    if (overlaps(out, x)) return false;
    const o = addressOf(out);
    resetScratch();
    const to = o !== 0 ? o : allocateScratch(m);
    if (to === 0 || !foldTo(rows, columns, to, m, out, x, a)) return false;
    if (o === 0) copyBack(to, out.data, out.offset, m);
    return true;
  }, fallback);
}

/** The step from one entry to the next along the dimensions from `start` to `end`, or undefined if it varies. */
function strideOf({ shape, stride }: NdF64, start: number, end: number): number | undefined {
  if (end - start === 1) return stride[start];
  const { shape: sizes, strides } = collapse(shape.slice(start, end), [stride.slice(start, end)]);
  return sizes.length === 1 ? strides[0]![0] : undefined;
}

function foldTo(rows: Run, columns: Run, to: number, m: number, out: NdF64, x: NdF64, a: number): boolean {
  const n = x.size / m;
  if (isContiguous(x)) {
    rows(m, n, to, 8, a, 8 * n);
    return true;
  }
  const rank = out.shape.length;
  const from = strideOf(x, 0, rank);
  const step = strideOf(x, rank, x.shape.length);
  if (step === 1 && from !== undefined) {
    rows(m, n, to, 8, a, 8 * from);
    return true;
  }
  if (from === 1 && step !== undefined) {
    columns(n, m, to, a, 8 * step, regions.workspace);
    return true;
  }
  const packed = packedCopy(x);
  if (packed === undefined) return false;
  rows(m, n, to, 8, addressOf(packed), 8 * n);
  return true;
}

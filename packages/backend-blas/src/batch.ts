/** Batches of matrix products: merges rows where possible, then visits the products one by one. */
import { ndarray } from "@ndgrad/kernels";
import type { NdF64 } from "@ndgrad/kernels";

/** The destination and the two factors of a product. */
export type Product = readonly [out: NdF64, a: NdF64, b: NdF64];

/**
 * The same product with as many rows as possible. Where the last dimensions of the batch all use the same `b`, as in a
 * layer applied to [batch, time, in], and the rows of `out` and `a` are evenly spaced, the batch is merged with the
 * rows.
 */
export function joinRows(operands: Product): Product {
  const [out, a, b] = operands;
  let d = out.shape.length - 2;
  let rows = out.shape[d]!;
  let [outRow, aRow] = [out.stride[d]!, a.stride[d]!];
  for (; d > 0; d--) {
    const n = out.shape[d - 1]!;
    const [outStep, aStep, bStep] = [out.stride[d - 1]!, a.stride[d - 1]!, b.stride[d - 1]!];
    if (n === 1) continue;
    if (rows !== 1 && (bStep !== 0 || outStep !== rows * outRow || aStep !== rows * aRow)) break;
    if (rows === 1) {
      if (bStep !== 0) break;
      [outRow, aRow] = [outStep, aStep];
    }
    rows *= n;
  }
  if (d === out.shape.length - 2) return operands;
  return [withRows(out, d, rows, outRow), withRows(a, d, rows, aRow), withoutDimensions(b, d)];
}

/** `x` with dimensions d to the last but one merged into one dimension of rows. */
function withRows({ data, shape, stride, offset }: NdF64, d: number, rows: number, step: number): NdF64 {
  const newShape = [...shape.slice(0, d), rows, shape.at(-1)!];
  return ndarray(data, newShape, [...stride.slice(0, d), step, stride.at(-1)!], offset);
}

/** `x` without dimensions d to the last but two. */
function withoutDimensions({ data, shape, stride, offset }: NdF64, d: number): NdF64 {
  const rest = shape.length - 2;
  const newStride = [...stride.slice(0, d), ...stride.slice(rest)];
  return ndarray(data, [...shape.slice(0, d), ...shape.slice(rest)], newStride, offset);
}

/** Calls `body` with the offsets of the three matrices, for each position in the batch dimensions. */
export function forEachMatrix(
  [out, a, b]: Product,
  body: (outAt: number, aAt: number, bAt: number) => void,
): void {
  const depth = out.shape.length - 2;
  const visit = (d: number, outAt: number, aAt: number, bAt: number): void => {
    if (d === depth) {
      body(outAt, aAt, bAt);
      return;
    }
    const [outStep, aStep, bStep] = [out.stride[d]!, a.stride[d]!, b.stride[d]!];
    for (let i = 0; i < out.shape[d]!; i++)
      visit(d + 1, outAt + i * outStep, aAt + i * aStep, bAt + i * bStep);
  };
  visit(0, out.offset, a.offset, b.offset);
}

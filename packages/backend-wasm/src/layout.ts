/** Several arrays of one shape, walked together in as few steps as can be. */
import type { NdArray } from "ndarray";

type Nd = NdArray<Float64Array | Uint8Array | Int32Array>;

/** Dimensions to loop over, outermost first, and the stride of each operand along each of them. */
export interface Layout {
  readonly shape: readonly number[];
  readonly strides: readonly (readonly number[])[];
}

/** The same entries in the same order with as few dimensions as can be, but at least one. */
export function collapse(shape: readonly number[], strides: readonly (readonly number[])[]): Layout {
  const sizes: number[] = [];
  const steps: number[][] = strides.map(() => []);
  for (let d = 0; d < shape.length; d++) {
    const n = shape[d]!;
    if (n === 1) continue;
    const last = sizes.length - 1;
    const isSeamless = last >= 0 && strides.every((s, k) => steps[k]![last] === s[d]! * n);
    if (isSeamless) sizes[last]! *= n;
    else sizes.push(n);
    for (let k = 0; k < steps.length; k++) steps[k]![sizes.length - 1] = strides[k]![d]!;
  }
  if (sizes.length > 0) return { shape: sizes, strides: steps };
  return { shape: [1], strides: strides.map(() => [0]) };
}

/** Calls `body` at each position in the first `depth` dimensions, with the operands' positions in `at`. */
export function walk(layout: Layout, depth: number, at: number[], body: () => void, d = 0): void {
  if (d >= depth) {
    body();
    return;
  }
  const n = layout.shape[d]!;
  for (let i = 0; i < n; i++) {
    walk(layout, depth, at, body, d + 1);
    for (let k = 0; k < at.length; k++) at[k]! += layout.strides[k]![d]!;
  }
  for (let k = 0; k < at.length; k++) at[k]! -= n * layout.strides[k]![d]!;
}

/** First entry that x may touch and the one behind the last, counted in its data. */
export function extent({ shape, stride, offset }: Nd): readonly [first: number, end: number] {
  let first = offset;
  let last = offset;
  for (let d = 0; d < shape.length; d++) {
    const reach = (shape[d]! - 1) * stride[d]!;
    if (reach < 0) first += reach;
    else last += reach;
  }
  return [first, last + 1];
}

/** Whether a and b may share memory. */
export function meet(a: Nd, b: Nd): boolean {
  if (a.data.buffer !== b.data.buffer) return false;
  const [aFirst, aEnd] = extent(a);
  const [bFirst, bEnd] = extent(b);
  const aSize = a.data.BYTES_PER_ELEMENT;
  const bSize = b.data.BYTES_PER_ELEMENT;
  return (
    a.data.byteOffset + aFirst * aSize < b.data.byteOffset + bEnd * bSize &&
    b.data.byteOffset + bFirst * bSize < a.data.byteOffset + aEnd * aSize
  );
}

/** Whether each entry of a is the same entry of b. */
export function isSameView(a: Nd, b: Nd): boolean {
  const size = a.data.BYTES_PER_ELEMENT;
  if (size !== b.data.BYTES_PER_ELEMENT) return false;
  if (a.data.byteOffset + a.offset * size !== b.data.byteOffset + b.offset * size) return false;
  return a.shape.every((n, d) => n === 1 || a.stride[d] === b.stride[d]);
}

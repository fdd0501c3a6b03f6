/** Matrix products: chooses an algorithm and runs it on each matrix of a batch. */
import type { MatrixProduct } from "../signatures.js";
import { collapse, walk } from "../layout.js";
import { unaliased } from "../overlap.js";
import { multiplyPacked } from "./packed-product.js";
import { multiplyTiles } from "./tiles.js";

export const matmul: MatrixProduct = (out, left, right) => {
  const a = unaliased(out, left);
  const b = unaliased(out, right);
  const last = out.shape.length - 1;
  const n = out.shape[last]!;
  const k = a.shape[last]!;
  const [oC, aC, bC] = [out.stride[last]!, a.stride[last]!, b.stride[last]!];
  const bR = b.stride[last - 1]!;
  // The rows of `out` all use the same `b`. If a batch does too, as in a layer applied to [batch, time, in], it is
  // merged
  // with the rows: one product with more rows.
  const bStride = b.stride.map((s, d) => (d < last - 1 ? s : 0));
  const rows = collapse(out.shape.slice(0, -1), [out.stride, a.stride, bStride]);
  const innermost = rows.shape.length - 1;
  const isShared = rows.strides[2]![innermost] === 0;
  const m = isShared ? rows.shape[innermost]! : 1;
  const [oR, aR] = [rows.strides[0]![innermost]!, rows.strides[1]![innermost]!];
  const multiply = m * n * k > LARGE && Math.min(m, n) >= THIN ? multiplyPacked : multiplyTiles;
  const at: [number, number, number] = [out.offset, a.offset, b.offset];
  walk(rows, isShared ? innermost : innermost + 1, at, () => {
    multiply(
      { m, n, k },
      { data: out.data, offset: at[0], row: oR, column: oC },
      { data: a.data, offset: at[1], row: aR, column: aC },
      { data: b.data, offset: at[2], row: bR, column: bC },
    );
  });
};

/** From this many multiplications on, packing pays: 6.2 GFLOP/s instead of 5.4, or of 2.9 with large strides. */
const LARGE = 64 ** 3;
/** With fewer rows or columns than this, the other factor is not reused often enough to pay for packing. */
const THIN = 16;

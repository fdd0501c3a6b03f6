/** Products of two matrices that lie as BLAS wants them, apart from where the answer goes: the usual case, without a detour. */
import type { NdF64 } from "@ndgrad/kernels";
import { AS_IS, ROWS, TRANSPOSED } from "./bind-blas.js";
import type { Blas } from "./bind-blas.js";
import { from } from "./storage.js";

/** False: this is not that case, and nothing was done. `out` has rows and columns, and so have `a` and `b`. */
export function multiplyDirectly({ dgemm }: Blas, out: NdF64, a: NdF64, b: NdF64): boolean {
  const [m, n, k] = [out.shape[0]!, out.shape[1]!, a.shape[1]!];
  const leading = out.stride[0]!;
  if (m < 2 || n < 2 || k < 2 || out.stride[1] !== 1 || leading < n) return false;
  const [lda, ldb] = [leadingOf(a, m, k), leadingOf(b, k, n)];
  if (lda === 0 || ldb === 0 || !areApart(out.data, a.data) || !areApart(out.data, b.data)) return false;
  const ta = lda > 0 ? AS_IS : TRANSPOSED;
  const tb = ldb > 0 ? AS_IS : TRANSPOSED;
  dgemm(
    ROWS,
    ta,
    tb,
    m,
    n,
    k,
    1,
    from(a.data, a.offset),
    Math.abs(lda),
    from(b.data, b.offset),
    Math.abs(ldb),
    0,
    from(out.data, out.offset),
    leading,
  );
  return true;
}

/** From row to row; from column to column, negative, where columns lie together instead; 0 where neither do. */
function leadingOf({ stride }: NdF64, rows: number, columns: number): number {
  const [row, column] = [stride[0]!, stride[1]!];
  if (column === 1 && row >= columns) return row;
  return row === 1 && column >= rows ? -column : 0;
}

/** Asking for buffers costs more than most answers are worth. */
function areApart(x: Float64Array, y: Float64Array): boolean {
  const [p, q] = [x.byteOffset, y.byteOffset];
  return p + 8 * x.length <= q || q + 8 * y.length <= p || x.buffer !== y.buffer;
}

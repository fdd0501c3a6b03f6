/** The fast path for two matrices in BLAS storage that don't overlap `out`: saves a third of a microsecond. */
import type { NdF64 } from "@ndgrad/kernels";
import { AS_IS, ROWS, TRANSPOSED } from "./bind-blas.js";
import type { Blas, Transpose } from "./bind-blas.js";
import { leadingOf, pointerTo } from "./storage.js";

/** Returns false, having done nothing, if the operands don't allow the fast path. None of the three may be empty. */
export function multiplyDirectly(blas: Blas, out: NdF64, a: NdF64, b: NdF64): boolean {
  if (!areApart(out.data, a.data) || !areApart(out.data, b.data)) return false;
  const [m, n, k] = [out.shape[0]!, out.shape[1]!, a.shape[1]!];
  if (m === 1 && n === 1) return false;
  if (n === 1) return matrixByVector(blas, m, k, a, b, b.stride[0]!, out, out.stride[0]!);
  // The transposed product, in which the vector is on the right.
  if (m === 1) return matrixByVector(blas, n, k, transpose(b), a, a.stride[1]!, out, out.stride[1]!);
  return matrixByMatrix(blas, m, n, k, out, a, b);
}

function matrixByMatrix(
  { dgemm }: Blas,
  m: number,
  n: number,
  k: number,
  out: NdF64,
  a: NdF64,
  b: NdF64,
): boolean {
  const [ldc, lda, ldb] = [leadingStep(out, m, n), leadingStep(a, m, k), leadingStep(b, k, n)];
  if (ldc <= 0 || lda === 0 || ldb === 0) return false;
  const [ta, tb] = [transposeOf(lda), transposeOf(ldb)];
  const [x, y, z] = [
    pointerTo(a.data, a.offset),
    pointerTo(b.data, b.offset),
    pointerTo(out.data, out.offset),
  ];
  dgemm(ROWS, ta, tb, m, n, k, 1, x, Math.abs(lda), y, Math.abs(ldb), 0, z, ldc);
  return true;
}

/** out = a x, with the steps of x and `out`. Negative steps are refused, because BLAS starts those at the other end. */
function matrixByVector(
  { dgemv }: Blas,
  m: number,
  k: number,
  a: Pick<NdF64, "data" | "stride" | "offset">,
  x: NdF64,
  xStep: number,
  out: NdF64,
  outStep: number,
): boolean {
  const lda = leadingStep(a, m, k);
  if (lda === 0 || (k > 1 && xStep < 1) || (m > 1 && outStep < 1)) return false;
  const [rows, columns] = lda > 0 ? [m, k] : [k, m];
  const [p, q, r] = [
    pointerTo(a.data, a.offset),
    pointerTo(x.data, x.offset),
    pointerTo(out.data, out.offset),
  ];
  dgemv(ROWS, transposeOf(lda), rows, columns, 1, p, Math.abs(lda), q, k === 1 ? 1 : xStep, 0, r, m === 1 ? 1 : outStep); // prettier-ignore
  return true;
}

/** The transposed view of a matrix. */
const transpose = ({ data, stride, offset }: NdF64) => ({ data, stride: [stride[1]!, stride[0]!], offset });

const leadingStep = ({ stride }: Pick<NdF64, "stride">, rows: number, columns: number): number =>
  leadingOf(rows, columns, stride[0]!, stride[1]!);

const transposeOf = (leadingStep: number): Transpose => (leadingStep > 0 ? AS_IS : TRANSPOSED);

/** Whether x and y share no memory. Compares buffers last, because reading them is slow. */
function areApart(x: Float64Array, y: Float64Array): boolean {
  const [p, q] = [x.byteOffset, y.byteOffset];
  return p + 8 * x.length <= q || q + 8 * y.length <= p || x.buffer !== y.buffer;
}

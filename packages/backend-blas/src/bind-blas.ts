/** Binds the CBLAS functions that the kernels call. */
import { BlasError } from "./blas-error.js";
import type { Library } from "./koffi.js";

/** CBLAS's enums. */
export const ROWS = 101;
export const COLUMNS = 102;
export const AS_IS = 111;
export const TRANSPOSED = 112;

export type Order = typeof ROWS | typeof COLUMNS;
export type Transpose = typeof AS_IS | typeof TRANSPOSED;

/** A pointer to the first entry of a typed array, which may be a view of WebAssembly or shared memory. */
type Pointer = Float64Array;

export interface Blas {
  /** c = alpha·op(a)·op(b) + beta·c, with op(a) m×k and op(b) k×n. */
  readonly dgemm: (
    order: Order,
    transposeA: Transpose,
    transposeB: Transpose,
    m: number,
    n: number,
    k: number,
    alpha: number,
    a: Pointer,
    lda: number,
    b: Pointer,
    ldb: number,
    beta: number,
    c: Pointer,
    ldc: number,
  ) => void;
  /** y = alpha·op(a)·x + beta·y, where a, not op(a), is m×n. */
  readonly dgemv: (
    order: Order,
    transpose: Transpose,
    m: number,
    n: number,
    alpha: number,
    a: Pointer,
    lda: number,
    x: Pointer,
    incx: number,
    beta: number,
    y: Pointer,
    incy: number,
  ) => void;
  /** x = op(t)⁻¹·x, in place, with a triangular n×n matrix t and x n×k. */
  readonly dtrsm: (
    order: Order,
    side: number,
    triangle: number,
    transpose: Transpose,
    diagonal: number,
    n: number,
    k: number,
    alpha: number,
    t: Pointer,
    ldt: number,
    x: Pointer,
    ldx: number,
  ) => void;
  readonly ddot: (n: number, x: Pointer, incx: number, y: Pointer, incy: number) => number;
}

// With `void *`, koffi passes the address of a typed array and copies nothing.
const DGEMM =
  "void cblas_dgemm(int order, int ta, int tb, int m, int n, int k, double alpha, const void *a, int lda, const void *b, int ldb, double beta, void *c, int ldc)";
const DGEMV =
  "void cblas_dgemv(int order, int t, int m, int n, double alpha, const void *a, int lda, const void *x, int incx, double beta, void *y, int incy)";
const DTRSM =
  "void cblas_dtrsm(int order, int side, int triangle, int t, int diagonal, int m, int n, double alpha, const void *a, int lda, void *b, int ldb)";
const DDOT = "double cblas_ddot(int n, const void *x, int incx, const void *y, int incy)";

/** Throws BlasError if `library` lacks one of the functions. */
export function bindBlas(library: Library, name: string): Blas {
  try {
    return {
      dgemm: library.func(DGEMM),
      dgemv: library.func(DGEMV),
      dtrsm: library.func(DTRSM),
      ddot: library.func(DDOT),
    };
  } catch (cause) {
    const message = `loadBlas: expected the functions of CBLAS in ${name}, got: ${String(cause)}. Pass the path of another library.`;
    throw new BlasError(message, { cause });
  }
}

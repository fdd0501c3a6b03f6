/**
 * The kernels that are not elementwise: what each means on one row, or the kernel itself where rows are not what it works on.
 * A line here is the kernel's type and its reference; the conformance suite does not compile until it has problems for it.
 */
import { cholesky, eig, eigh, lu, qr, solveTriangular, svd } from "@ndgrad/numerics/linalg";
import { gather, scatter, scatterAdd } from "../reference/blocks.js";
import { copy } from "../reference/copy.js";
import { argmax, argmin } from "../reference/extremes.js";
import { matmul } from "../reference/matmul.js";
import type { RowMap, RowReduction } from "../reference/rows.js";
import { cumprod, cumsum } from "../reference/scans.js";
import { logSoftmax, logsumexp, softmax } from "../reference/softmax.js";
import { argsort, sort } from "../reference/sorting.js";
import { where } from "../reference/where.js";

/** One number from each row. */
export const reductions = {
  /** log Σ exp x, shifted by the largest entry where that is finite. Empty: −∞. */
  logsumexp,
} as const satisfies Record<string, RowReduction>;

/** A position within each row. */
export const searches = {
  /** Row-major position of the first largest entry; the first NaN wins. The reduced part is not empty. */
  argmax,
  /** Row-major position of the first smallest entry; the first NaN wins. The reduced part is not empty. */
  argmin,
} as const satisfies Record<string, RowReduction>;

/** Running totals along the last axis. */
export const scans = {
  cumsum,
  cumprod,
} as const satisfies Record<string, RowMap<Float64Array>>;

/** Along the last axis, shifted by the largest entry where that is finite. */
export const normalizations = {
  /** exp x / Σ exp x. */
  softmax,
  /** x − log Σ exp x. */
  logSoftmax,
} as const satisfies Record<string, RowMap<Float64Array>>;

/** Along the last axis, ascending, stable, NaN last. */
export const sorts = {
  sort,
} as const satisfies Record<string, RowMap<Float64Array>>;

/** The positions from which `sorts` take their entries. */
export const orders = {
  argsort,
} as const satisfies Record<string, RowMap<Int32Array>>;

/** Each with a signature of its own. */
export const others = {
  /** `x` where `condition` is not 0, else `y`. */
  where,
  copy,
  /** `out` [..., m, n] = `a` [..., m, k] times `b` [..., k, n], leading dimensions equal (stride-0 views broadcast). k = 0 gives zeros. */
  matmul,
  /** out[k, ...] = x shifted by offsets[k] elements of its data; `out` has shape [offsets.length, ...x.shape]. */
  gather,
  /** out shifted by offsets[k] = x[k, ...], in order of k: the last write stays; `x` has shape [offsets.length, ...out.shape]. */
  scatter,
  /** out shifted by offsets[k] += x[k, ...], in order of k; `x` has shape [offsets.length, ...out.shape]. */
  scatterAdd,
} as const;

/**
 * Of matrices whose entries lie one after the other in row-major order, destination first; inputs are not written to.
 * What each must give stands with its definition in `@ndgrad/numerics/linalg`.
 */
export const factorizations = { lu, cholesky, qr, eigh, eig, svd, solveTriangular } as const;

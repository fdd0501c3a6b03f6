/**
 * The kernels that are not elementwise: each is defined on one row, or given whole if it does not work row by row. An
 * entry determines the kernel's type and its reference. The conformance suite does not compile without problems for it.
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

/** Reductions of a row to one number. */
export const reductions = {
  /** log Σ exp x, shifted by the largest entry if that is finite. Empty: −∞. */
  logsumexp,
} as const satisfies Record<string, RowReduction>;

/** Reductions of a row to a position in it. */
export const searches = {
  /** Row-major position of the first largest entry, or of the first NaN. Rows are never empty. */
  argmax,
  /** Row-major position of the first smallest entry, or of the first NaN. Rows are never empty. */
  argmin,
} as const satisfies Record<string, RowReduction>;

/** Cumulative sums and products along the last axis. */
export const scans = {
  cumsum,
  cumprod,
} as const satisfies Record<string, RowMap<Float64Array>>;

/** Normalizations along the last axis, shifted by the largest entry if that is finite. */
export const normalizations = {
  /** exp x / Σ exp x. */
  softmax,
  /** x − log Σ exp x. */
  logSoftmax,
} as const satisfies Record<string, RowMap<Float64Array>>;

/** Sorts along the last axis: ascending, stable, NaN last. */
export const sorts = {
  sort,
} as const satisfies Record<string, RowMap<Float64Array>>;

/** The indices that sort the last axis, in the order of `sorts`. */
export const orders = {
  argsort,
} as const satisfies Record<string, RowMap<Int32Array>>;

/** Kernels with their own signatures. */
export const others = {
  /** `x` where `condition` is nonzero, `y` elsewhere. */
  where,
  copy,
  /**
   * `out` [..., m, n] = `a` [..., m, k] times `b` [..., k, n], with equal leading dimensions (broadcast by stride-0
   * views). k = 0 gives zeros.
   */
  matmul,
  /** out[k, ...] = `x` moved by offsets[k] elements in its data; `out` has shape [offsets.length, ...x.shape]. */
  gather,
  /**
   * `out` moved by offsets[k] = x[k, ...], in order of k, so the last write wins; `x` has shape [offsets.length,
   * ...out.shape].
   */
  scatter,
  /** `out` moved by offsets[k] += x[k, ...], in order of k; `x` has shape [offsets.length, ...out.shape]. */
  scatterAdd,
} as const;

/**
 * Factorizations of contiguous row-major matrices, destination first. Inputs are not written to. The definitions in
 * `@ndgrad/numerics/linalg` document the results.
 */
export const factorizations = { lu, cholesky, qr, eigh, eig, svd, solveTriangular } as const;

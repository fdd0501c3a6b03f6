/** What a numeric backend must be able to do. */
import type { NdArray } from "ndarray";
import type * as linalg from "@ndgrad/numerics/linalg";
import type { BinaryName, CompareName, UnaryName, WithSlopeName } from "./scalar.js";

export type NdF64 = NdArray<Float64Array>;
export type NdU8 = NdArray<Uint8Array>;
export type NdI32 = NdArray<Int32Array>;
/** An operand that is the same everywhere stays a number: no array of one element is built for it. */
export type Operand = number | NdF64;

/**
 * Kernels write their answer into `out` and trust their arguments: shapes were checked by whoever calls. Arrays may
 * have any strides (negative and zero too) and offsets; only `out` must not alias itself. Where `out` overlaps an
 * input, the answer is as if the input had been copied first. Data is Float64Array unless said.
 */
export type Kernels = Elementwise &
  WithSlopes &
  Reductions &
  Scans &
  Normalizations &
  Products &
  Updates &
  Moves &
  Sorting &
  Factorizations;

/** `out`, `x` and `y` have one shape, operands that are not numbers being broadcast by stride-0 views. */
export type Elementwise = Readonly<Record<UnaryName, (out: NdF64, x: NdF64) => void>> &
  Readonly<Record<BinaryName, (out: NdF64, x: Operand, y: Operand) => void>> &
  Readonly<Record<CompareName, (out: NdU8, x: Operand, y: Operand) => void>> & {
    /** `x` where `condition` is not 0, else `y`. */
    readonly where: (out: NdF64, condition: NdU8, x: Operand, y: Operand) => void;
  };

/** A function and its slope, which share most of their work. Traces ask for both at once. */
export type WithSlopes = Readonly<Record<WithSlopeName, WithSlopeKernel>>;

export interface WithSlopeKernel {
  /** `out`, of shape [2, ...shape of x], holds the one and the other. */
  (out: NdF64, x: NdF64): void;
  /**
   * The kernels that it does the work of: the answer is theirs to the last digit. A backend that has others by their names
   * is asked for those instead. A kernel that does not say stands for itself; one that wraps another should hand this on.
   */
  readonly parts?: Parts | undefined;
}

/** Of a function and its slope. */
export type Parts = readonly [answer: unknown, slope: unknown];

/** The shape of `x` is that of `out` followed by the reduced dimensions. */
export interface Reductions {
  /** Pairwise or better: the error grows with log n, not n. Empty: 0. */
  readonly sum: (out: NdF64, x: NdF64) => void;
  /** Empty: 1. */
  readonly prod: (out: NdF64, x: NdF64) => void;
  /** log Σ exp x, shifted by the largest entry where that is finite. Empty: −∞. */
  readonly logsumexp: (out: NdF64, x: NdF64) => void;
  /** NaN if any entry is. The reduced part is not empty; also below. */
  readonly max: (out: NdF64, x: NdF64) => void;
  readonly min: (out: NdF64, x: NdF64) => void;
  /** Row-major position within the reduced part of the first largest entry; the first NaN wins. */
  readonly argmax: (out: NdI32, x: NdF64) => void;
  readonly argmin: (out: NdI32, x: NdF64) => void;
}

/** Along the last axis; `out` and `x` have one shape. */
export interface Scans {
  readonly cumsum: (out: NdF64, x: NdF64) => void;
  readonly cumprod: (out: NdF64, x: NdF64) => void;
}

/** Along the last axis; `out` and `x` have one shape. Shifted by the largest entry where that is finite. */
export interface Normalizations {
  /** exp x / Σ exp x. */
  readonly softmax: (out: NdF64, x: NdF64) => void;
  /** x − log Σ exp x. */
  readonly logSoftmax: (out: NdF64, x: NdF64) => void;
}

export interface Products {
  /** `out` [..., m, n] = `a` [..., m, k] times `b` [..., k, n], leading dimensions equal (stride-0 views broadcast). k = 0 gives zeros. */
  readonly matmul: (out: NdF64, a: NdF64, b: NdF64) => void;
}

export interface Updates {
  /** out += a x; `out` and `x` have one shape. */
  readonly axpy: (out: NdF64, a: number, x: NdF64) => void;
}

export interface Moves {
  readonly copy: (out: NdF64, x: Operand) => void;
  /** out[k, ...] = x shifted by offsets[k] elements of its data; `out` has shape [offsets.length, ...x.shape]. */
  readonly gather: (out: NdF64, x: NdF64, offsets: Int32Array) => void;
  /** out shifted by offsets[k] = x[k, ...], in order of k: the last write stays; `x` has shape [offsets.length, ...out.shape]. */
  readonly scatter: (out: NdF64, x: NdF64, offsets: Int32Array) => void;
  /** out shifted by offsets[k] += x[k, ...], in order of k; `x` has shape [offsets.length, ...out.shape]. */
  readonly scatterAdd: (out: NdF64, x: NdF64, offsets: Int32Array) => void;
}

/** Along the last axis, ascending, stable, NaN last. */
export interface Sorting {
  readonly sort: (out: NdF64, x: NdF64) => void;
  readonly argsort: (out: NdI32, x: NdF64) => void;
}

/**
 * Of matrices whose entries lie one after the other in row-major order, destination first; inputs are not written to.
 * What each must give stands with the reference's, in `linalg/`.
 */
export type Factorizations = Readonly<
  Pick<typeof linalg, "lu" | "cholesky" | "qr" | "eigh" | "eig" | "svd" | "solveTriangular">
>;

/**
 * Memory for numbers that are needed until a known moment: a trace's intermediate values. Cutting it from what is there
 * is cheaper than making arrays, and a backend may have it where its kernels like to read.
 */
export interface Memory {
  /** What is allocated from here on is what `release` takes back. */
  begin(): void;
  /**
   * A row-major array of any contents; where there is no room, an ordinary one. `stride`, if given, is the row-major one.
   * Nobody writes to the lists.
   */
  allocate(shape: readonly number[], stride?: readonly number[]): NdF64;
  /** `n` numbers with any contents, where the kernels like to read, that no `release` takes back. */
  keep?(n: number): Float64Array;
  /** Would `release` take the numbers of `x` back? */
  owns(x: NdF64): boolean;
  /** Take back all that was allocated since `begin`. */
  release(): void;
}

/** A backend supplies some kernels; those that it lacks are the reference's. Backends compose by spread. */
export type Backend = Partial<Kernels> & { readonly memory?: Memory };

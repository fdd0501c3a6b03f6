/** The signatures of kernels, by group. `table/` defines what each kernel computes. */
import type { NdArray } from "ndarray";

export type NdF64 = NdArray<Float64Array>;
export type NdU8 = NdArray<Uint8Array>;
export type NdI32 = NdArray<Int32Array>;
/** A constant operand stays a number: no array of one element is built for it. */
export type Operand = number | NdF64;

/** `out` and `x` have the same shape. */
export interface Unary {
  (out: NdF64, x: NdF64): void;
  /**
   * Computes the answer and the kernel's slope together, since they share most of the work. Backends need not supply
   * it. A wrapper of a kernel does not inherit it.
   */
  readonly andSlope?: ((out: NdF64, slope: NdF64, x: NdF64) => void) | undefined;
}

/** `out`, `x` and `y` have the same shape: array operands are already broadcast, by stride-0 views. */
export type Binary = (out: NdF64, x: Operand, y: Operand) => void;
export type Compare = (out: NdU8, x: Operand, y: Operand) => void;
export type Where = (out: NdF64, condition: NdU8, x: Operand, y: Operand) => void;
export type Copy = (out: NdF64, x: Operand) => void;

/** The shape of `x` is that of `out` followed by the reduced dimensions. */
export type Reduction = (out: NdF64, x: NdF64) => void;
export type Search = (out: NdI32, x: NdF64) => void;

/** Works along the last axis; `out` and `x` have the same shape. */
export type AlongLast = (out: NdF64, x: NdF64) => void;
export type Order = (out: NdI32, x: NdF64) => void;

export type MatrixProduct = (out: NdF64, a: NdF64, b: NdF64) => void;
export type BlockMove = (out: NdF64, x: NdF64, offsets: Int32Array) => void;

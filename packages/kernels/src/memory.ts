/** The memory in which the intermediate values of traces live. */
import type { NdF64 } from "./signatures.js";

/**
 * Memory for the intermediate values of traces, which are all reclaimed together. Taking them from a reserve is cheaper
 * than creating arrays, and a backend can put the reserve where its kernels run fastest.
 */
export interface Memory {
  /** Marks where `release` goes back to. */
  begin(): void;
  /**
   * A row-major array with arbitrary contents; an ordinary one if the memory is full. `stride`, if given, must be
   * row-major. The array shares the lists: the caller must not write to them.
   */
  allocate(shape: readonly number[], stride?: readonly number[]): NdF64;
  /** `n` numbers with arbitrary contents, in memory that kernels read fast and `release` does not reclaim. */
  pin?(n: number): Float64Array;
  /** Whether `release` will reclaim the numbers of `x`. */
  owns(x: NdF64): boolean;
  /** Reclaims everything allocated since `begin`. */
  release(): void;
}

/** Where the intermediate values of traces live. */
import type { NdF64 } from "./signatures.js";

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
  pin?(n: number): Float64Array;
  /** Would `release` take the numbers of `x` back? */
  owns(x: NdF64): boolean;
  /** Take back all that was allocated since `begin`. */
  release(): void;
}

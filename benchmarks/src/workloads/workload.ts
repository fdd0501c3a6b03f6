/** Workloads: written in the idiom of each engine, on the same numbers. */
import ndarray from "ndarray";
import type { Nd } from "@ndgrad/tensor-vjp";

export interface Workload {
  readonly name: string;
  /** Makes fresh parameters. `step` does the work once and returns a value that depends on the result, as a check. */
  readonly prepare: () => { readonly step: () => number };
}

/**
 * Numbers between −scale/2 and scale/2 that every language computes identically: integers stay below 2 ** 53, and only
 * one quotient and one product are rounded.
 */
export function data(seed: number, shape: readonly number[], scale = 1): Nd {
  const size = shape.reduce((product, n) => product * n, 1);
  const entries = Float64Array.from(
    { length: size },
    (_, i) => scale * (((i * i * 31 + i * 7919 + seed * 104729) % 10007) / 10007 - 0.5),
  );
  return ndarray(entries, shape.slice());
}

/** One-hot rows, [rows, count]: row i has its 1 at class 7i mod count. */
export function classes(rows: number, count: number): Nd {
  const x = ndarray(new Float64Array(rows * count), [rows, count]);
  for (let i = 0; i < rows; i++) x.set(i, (i * 7) % count, 1);
  return x;
}

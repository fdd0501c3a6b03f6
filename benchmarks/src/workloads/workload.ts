/** A piece of work that every engine does in its own words, on the same numbers. */
import ndarray from "ndarray";
import type { Nd } from "@ndgrad/tensor-vjp";

export interface Workload {
  readonly name: string;
  /** Fresh parameters. `step` does the work once and returns a value that shows what was computed. */
  readonly prepare: () => { readonly step: () => number };
}

/**
 * Numbers between −scale/2 and scale/2 that any language makes exactly: the products stay below 2 ** 53, and what is
 * rounded is one quotient and one product.
 */
export function data(seed: number, shape: readonly number[], scale = 1): Nd {
  const size = shape.reduce((product, n) => product * n, 1);
  const entries = Float64Array.from(
    { length: size },
    (_, i) => scale * (((i * i * 31 + i * 7919 + seed * 104729) % 10007) / 10007 - 0.5),
  );
  return ndarray(entries, shape.slice());
}

/** Classes 0 … count − 1 in turn, a row each, as [rows, count] with a 1 in each row. */
export function classes(rows: number, count: number): Nd {
  const x = ndarray(new Float64Array(rows * count), [rows, count]);
  for (let i = 0; i < rows; i++) x.set(i, (i * 7) % count, 1);
  return x;
}

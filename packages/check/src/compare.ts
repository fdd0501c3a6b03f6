/** Comparing two vectors, and the error when they disagree. */
import type { Problem } from "./problem.js";

/** What is being compared, in the words of the message. */
export interface Claim {
  /** How the derivative was computed: "fwd", "rev", "rev-fwd". */
  readonly mode: string;
  readonly order: number;
  /** The name of the argument, or a function that names coordinate `i`. */
  readonly of: string | ((i: number) => string);
  /** How `want` was computed. */
  readonly by: string;
  readonly remedy: string;
  readonly tolerance: number;
  /** Entries smaller than this are compared as if they had this size. */
  readonly floor: number;
}

/** Throws if an entry is off by more than `tolerance` times the sum of its size and the floor. */
export function mustAgree(problem: Problem, claim: Claim, got: Float64Array, want: Float64Array): void {
  const { mode, order, of, by, remedy, tolerance, floor } = claim;
  const agrees = (g: number, w: number): boolean => Math.abs(g - w) <= tolerance * (Math.abs(w) + floor);
  const i = got.findIndex((g, k) => !agrees(g, want[k]!));
  if (i < 0) return;
  throw problem.failure(
    `the ${mode} derivative of order ${order} in ${typeof of === "string" ? of : of(i)} to be ${want[i]} by ${by}`,
    String(got[i]),
    remedy,
  );
}

/**
 * A thousandth of the larger of 1 and the largest entry: smaller entries may be rounding errors left by cancellation.
 */
export function thousandth(x: Float64Array): number {
  return 1e-3 * x.reduce((m, xi) => Math.max(m, Math.abs(xi)), 1);
}

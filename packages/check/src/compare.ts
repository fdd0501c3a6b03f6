/** When two vectors agree, and what is said when they do not. */
import type { Problem } from "./problem.js";

/** What was compared: the words of a message. */
export interface Claim {
  /** How the derivative was had: "fwd", "rev", "rev-fwd". */
  readonly mode: string;
  readonly order: number;
  /** The name of the argument, or of the one that coordinate `i` is in. */
  readonly of: string | ((i: number) => string);
  /** What `want` comes from. */
  readonly by: string;
  readonly remedy: string;
  readonly tolerance: number;
  /** The size below which a difference is compared as if the entry had that size. */
  readonly floor: number;
}

/** Throws where an entry is off by more than `tolerance` times its size and the floor. */
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

/** A thousandth of the largest entry, and of 1: entries below are rounding of what has cancelled beside the others. */
export function thousandth(x: Float64Array): number {
  return 1e-3 * x.reduce((m, xi) => Math.max(m, Math.abs(xi)), 1);
}

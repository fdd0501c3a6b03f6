/** Kernels that use the module where that is possible and pays, and the reference otherwise. */

/**
 * A kernel that calls `attempt`, and `fallback` if that returns false. An attempt checks where its arrays live and
 * whether they overlap. It returns false, having written to none of them, where the module can't run or would not pay.
 */
export function withFallback<Args extends readonly unknown[]>(
  attempt: (...args: Args) => boolean,
  fallback: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => {
    if (!attempt(...args)) fallback(...args);
  };
}

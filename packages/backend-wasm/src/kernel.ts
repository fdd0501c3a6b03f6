/** Kernels that do the work here where that is possible and pays, and leave it to the reference where not. */

/**
 * A kernel made of an attempt and of who does the work otherwise. The attempt looks at where its arrays lie and how they
 * overlap, and returns false, having written nothing that matters, where it can't or need not run.
 */
export function orElse<Args extends readonly unknown[]>(
  attempt: (...args: Args) => boolean,
  otherwise: (...args: Args) => void,
): (...args: Args) => void {
  return (...args) => {
    if (!attempt(...args)) otherwise(...args);
  };
}

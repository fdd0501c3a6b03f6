/** The error class of this package. */

/** Thrown by `loadBlas` if it can't load a suitable BLAS. The message says what to install or to pass. */
export class BlasError extends Error {
  override readonly name = "BlasError";
}

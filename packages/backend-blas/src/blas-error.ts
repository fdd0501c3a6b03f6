/** What `loadBlas` throws. */

/** No BLAS to be had, or not the one asked for. The message says what to install or to pass. */
export class BlasError extends Error {
  override readonly name = "BlasError";
}

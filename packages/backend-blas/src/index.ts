/** Matrix products and factorizations by the system's BLAS and LAPACK, called through koffi. */
export { BlasError } from "./blas-error.js";
export { loadBlas } from "./load-blas.js";
export type { BlasBackend, BlasOptions } from "./load-blas.js";

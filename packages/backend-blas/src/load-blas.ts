/** From options to a backend. */
import type { Factorizations, Kernels } from "@ndgrad/kernels";
import { bindBlas } from "./bind-blas.js";
import { bindLapack } from "./bind-lapack.js";
import { BlasError } from "./blas-error.js";
import { factorizationsBy } from "./factorizations.js";
import { openLibrary } from "./find-library.js";
import { loadKoffi } from "./koffi.js";
import { matmulBy } from "./matmul.js";
import { setThreads } from "./threads.js";
import { triangularBy } from "./triangular.js";

export interface BlasOptions {
  /** The library's file or soname. Default: the environment's NDGRAD_BLAS, else the first of the usual names that loads. */
  readonly path?: string;
  /**
   * How many threads BLAS may use, for the whole process. Default: 1, where the library lets that be set. More threads
   * may change the last digits of large products, and gain nothing where other processes hold the cores.
   */
  readonly threads?: number;
}

/** What a library with BLAS alone gives, and what one with LAPACK adds. */
export type BlasBackend = Pick<Kernels, "matmul" | "solveTriangular"> & Partial<Factorizations>;

/**
 * A backend with the `matmul` and `solveTriangular` of the system's BLAS, and the factorizations of its LAPACK where the
 * same library has it: `setBackend({ ...loadBlas() })`. What is too small to gain from the call is the reference's. The
 * last digits may differ from the reference's, and between libraries and machines.
 *
 * Throws BlasError when koffi or the library is missing, when the library has no CBLAS functions, and when `threads` is no
 * positive integer or can't be set. A build with 64-bit integers is not recognised, and not supported.
 */
export function loadBlas({ path, threads }: BlasOptions = {}): BlasBackend {
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0))
    throw new BlasError(`loadBlas: expected threads to be a positive integer, got ${threads}.`);
  const { library, name } = openLibrary(loadKoffi(), path ?? process.env["NDGRAD_BLAS"]);
  const blas = bindBlas(library, name);
  setThreads(library, name, threads);
  const lapack = bindLapack(library);
  return {
    matmul: matmulBy(blas),
    solveTriangular: triangularBy(blas),
    ...(lapack === undefined ? {} : factorizationsBy(lapack)),
  };
}

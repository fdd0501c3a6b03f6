/** Makes a backend from the system's BLAS and LAPACK. */
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
  /**
   * The library's file or soname. Default: the environment variable NDGRAD_BLAS, else the first of the usual names that
   * loads.
   */
  readonly path?: string;
  /**
   * The number of threads that BLAS may use, for the whole process. Default: 1, if the library lets that be set. More
   * threads may change the last digits of large products, and gain nothing if other processes occupy the cores.
   */
  readonly threads?: number;
}

/** The kernels that any BLAS supplies, and the factorizations, which need LAPACK. */
export type BlasBackend = Pick<Kernels, "matmul" | "solveTriangular"> & Partial<Factorizations>;

/**
 * A backend with `matmul` and `solveTriangular` by the system's BLAS, and factorizations by LAPACK if the same library
 * has it: `setBackend({ ...loadBlas() })`. The reference handles operands that are too small to gain from a call. The
 * last digits may differ from the reference's, and between libraries and machines.
 *
 * Throws BlasError if koffi or the library is missing, if the library has no CBLAS functions, and if `threads` is not a
 * positive integer or can't be set. Builds with 64-bit integers are not supported, and not recognised as such.
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

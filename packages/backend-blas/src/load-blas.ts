/** From options to a backend. */
import type { Backend } from "@ndgrad/kernels";
import { bindBlas } from "./bind-blas.js";
import { BlasError } from "./blas-error.js";
import { openLibrary } from "./find-library.js";
import { loadKoffi } from "./koffi.js";
import { matmulBy } from "./matmul.js";
import { setThreads } from "./threads.js";

export interface BlasOptions {
  /** The library's file or soname. Default: the environment's NDGRAD_BLAS, else the first of the usual names that loads. */
  readonly path?: string;
  /**
   * How many threads BLAS may use, for the whole process. Default: 1, where the library lets that be set. More threads
   * may change the last digits of large products, and gain nothing where other processes hold the cores.
   */
  readonly threads?: number;
}

/**
 * A backend with the `matmul` of the system's BLAS: `setBackend({ ...loadBlas() })`. Products too small to gain from
 * the call are the reference's. The last digits may differ from the reference's, and between libraries and machines.
 *
 * Throws BlasError when koffi or the library is missing, when the library has no CBLAS functions, and when `threads` is no
 * positive integer or can't be set. A build with 64-bit integers is not recognised, and not supported.
 */
export function loadBlas({ path, threads }: BlasOptions = {}): Backend {
  if (threads !== undefined && !(Number.isInteger(threads) && threads > 0))
    throw new BlasError(`loadBlas: expected threads to be a positive integer, got ${threads}.`);
  const { library, name } = openLibrary(loadKoffi(), path ?? process.env["NDGRAD_BLAS"]);
  const blas = bindBlas(library, name);
  setThreads(library, name, threads);
  return { matmul: matmulBy(blas) };
}

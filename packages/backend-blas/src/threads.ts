/** Sets the number of threads of a BLAS, by the function that each library has for it. */
import { BlasError } from "./blas-error.js";
import type { CFunction, Library } from "./koffi.js";

const prototypes = [
  "void openblas_set_num_threads(int n)",
  "void MKL_Set_Num_Threads(int n)",
  "void flexiblas_set_num_threads(int n)",
];

/** Throws BlasError if `threads` is given and the library has no function to set it. */
export function setThreads(library: Library, name: string, threads: number | undefined): void {
  for (const prototype of prototypes) {
    const set = find(library, prototype);
    if (set === undefined) continue;
    set(threads ?? 1);
    return;
  }
  if (threads !== undefined)
    throw new BlasError(
      `loadBlas: expected a library whose threads can be set, got ${name}. Omit \`threads\`, or use OpenBLAS or MKL.`,
    );
}

function find(library: Library, prototype: string): CFunction | undefined {
  try {
    return library.func(prototype);
  } catch {
    return undefined;
  }
}

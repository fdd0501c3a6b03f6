/** How many threads a BLAS uses: each library has a function of its own for it. */
import { BlasError } from "./blas-error.js";
import type { CFunction, Library } from "./koffi.js";

const prototypes = [
  "void openblas_set_num_threads(int n)",
  "void MKL_Set_Num_Threads(int n)",
  "void flexiblas_set_num_threads(int n)",
];

/** Throws BlasError when `threads` is given and the library has no function to set it. */
export function setThreads(library: Library, name: string, threads: number | undefined): void {
  for (const prototype of prototypes) {
    const set = find(library, prototype);
    if (set === undefined) continue;
    set(threads ?? 1);
    return;
  }
  if (threads !== undefined)
    throw new BlasError(
      `loadBlas: expected a library whose threads can be set, got ${name}. Leave \`threads\` out, or use OpenBLAS or MKL.`,
    );
}

function find(library: Library, prototype: string): CFunction | undefined {
  try {
    return library.func(prototype);
  } catch {
    return undefined;
  }
}

/**
 * Loads koffi, and declares the part of it that is used here. It is an optional peer dependency, so it is never
 * imported.
 */
import { createRequire } from "node:module";
import { BlasError } from "./blas-error.js";

export interface Koffi {
  readonly load: (path: string) => Library;
}

/** A loaded library. `func` takes a C prototype and throws if the library lacks the symbol. */
export interface Library {
  readonly func: (prototype: string) => CFunction;
}

/**
 * Passed as `void *`, a typed array gives the address of its first entry; a plain array or a string, that of a copy.
 */
export type Argument = number | string | Float64Array | Int32Array | readonly number[];

/** Ignore the result of a `void` function. */
export type CFunction = (...args: readonly Argument[]) => number;

export function loadKoffi(): Koffi {
  try {
    // koffi's own declarations would become part of this package's, so it is typed here.
    return createRequire(import.meta.url)("koffi") as Koffi;
  } catch (cause) {
    const message = `loadBlas: expected the package koffi, got none. Install it: npm install koffi`;
    throw new BlasError(message, { cause });
  }
}

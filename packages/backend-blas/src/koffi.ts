/** The part of koffi that is used here, and how to get at it: an optional peer dependency, so never imported. */
import { createRequire } from "node:module";
import { BlasError } from "./blas-error.js";

export interface Koffi {
  readonly load: (path: string) => Library;
}

/** A loaded library. `func` takes a C prototype and throws when there is no such symbol. */
export interface Library {
  readonly func: (prototype: string) => CFunction;
}

/** A typed array stands for the address of its first entry, one of numbers and a text for that of a copy. */
export type Argument = number | string | Float64Array | Int32Array | readonly number[];

/** What a `void` function gives is not to be used. */
export type CFunction = (...args: readonly Argument[]) => number;

export function loadKoffi(): Koffi {
  try {
    // Not typed by koffi's own declarations: they would become part of this package's.
    return createRequire(import.meta.url)("koffi") as Koffi;
  } catch (cause) {
    const message = `loadBlas: expected the package koffi, got none. Install it: npm install koffi`;
    throw new BlasError(message, { cause });
  }
}

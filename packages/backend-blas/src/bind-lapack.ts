/** Binds the LAPACK routines that the kernels call, by their Fortran names. All arguments are passed by address. */
import type { Library } from "./koffi.js";

/** Arrays are passed by the address of their first entry. */
type Pointer = Float64Array | Int32Array;

/** A routine without its last argument, `info`, whose value it returns. */
export type Routine = (...args: readonly (Pointer | number | string)[]) => number;

/**
 * Argument lists as in LAPACK's documentation, without `info`: strings for CHARACTER, numbers for INTEGER, typed
 * arrays.
 */
export interface Lapack {
  /** (m, n, a, lda, ipiv): P·L·U = a. */
  readonly dgetrf: Routine;
  /** (uplo, n, a, lda): Cholesky factor. */
  readonly dpotrf: Routine;
  /** (m, n, a, lda, tau, work, lwork): L·Q = a. */
  readonly dgelqf: Routine;
  /** (m, n, k, a, lda, tau, work, lwork): the rows of Q, from the output of dgelqf. */
  readonly dorglq: Routine;
  /** (jobz, uplo, n, a, lda, w, work, lwork, iwork, liwork): symmetric eigenproblem. */
  readonly dsyevd: Routine;
  /** (jobvl, jobvr, n, a, lda, wr, wi, vl, ldvl, vr, ldvr, work, lwork): general eigenproblem. */
  readonly dgeev: Routine;
  /** (jobz, m, n, a, lda, s, u, ldu, vt, ldvt, work, lwork, iwork): singular values. */
  readonly dgesdd: Routine;
}

/** The arguments of each routine without `info`: c for a character, i for an integer, a for an array. */
const signatures: Readonly<Record<keyof Lapack, string>> = {
  dgetrf: "iiaia",
  dpotrf: "ciai",
  dgelqf: "iiaiaai",
  dorglq: "iiiaiaai",
  dsyevd: "cciaiaaiai",
  dgeev: "cciaiaaaiaiai",
  dgesdd: "ciiaiaaiaiaia",
};

const types: Readonly<Record<string, string>> = { c: "const char *", i: "const int *", a: "void *" };

/** Returns undefined if the library has no LAPACK. */
export function bindLapack(library: Library): Lapack | undefined {
  try {
    // The table has the keys of `Lapack`.
    return Object.fromEntries(
      Object.entries(signatures).map(([name, kinds]) => [name, routine(library, name, kinds)]),
    ) as unknown as Lapack;
  } catch {
    return undefined;
  }
}

function routine(library: Library, name: string, kinds: string): Routine {
  const addresses = Array.from(kinds, (kind, i) => `${types[kind]!}a${i}`);
  // Fortran compilers pass the lengths of strings after all other arguments.
  const lengths = Array.from(kinds.replaceAll(/[^c]/g, ""), (_, i) => `size_t n${i}`);
  const call = library.func(`void ${name}_(${[...addresses, "int *info", ...lengths].join(", ")})`);
  const ones = lengths.map(() => 1);
  const info = new Int32Array(1);
  return (...given) => {
    // koffi copies plain arrays; that takes a third of the time of creating a typed array.
    call(...given.map((x) => (typeof x === "number" ? [x] : x)), info, ...ones);
    return info[0]!;
  };
}

/** The LAPACK routines that the kernels call, by their Fortran names: all arguments are addresses. */
import type { Library } from "./koffi.js";

/** What goes behind an address. */
type At = Float64Array | Int32Array | Uint8Array;

/** A routine whose last named argument is `info`; what it tells is returned. */
export type Routine = (...args: readonly (At | number | string)[]) => number;

/** Argument lists as in LAPACK's documentation, without `info`: letters for CHARACTER, numbers for INTEGER, arrays as they are. */
export interface Lapack {
  /** (m, n, a, lda, ipiv): P·L·U = a. */
  readonly dgetrf: Routine;
  /** (uplo, n, a, lda): Cholesky factor. */
  readonly dpotrf: Routine;
  /** (m, n, a, lda, tau, work, lwork): L·Q = a. */
  readonly dgelqf: Routine;
  /** (m, n, k, a, lda, tau, work, lwork): the rows of Q from what dgelqf left. */
  readonly dorglq: Routine;
  /** (jobz, uplo, n, a, lda, w, work, lwork, iwork, liwork): symmetric eigenproblem. */
  readonly dsyevd: Routine;
  /** (jobvl, jobvr, n, a, lda, wr, wi, vl, ldvl, vr, ldvr, work, lwork): general eigenproblem. */
  readonly dgeev: Routine;
  /** (jobz, m, n, a, lda, s, u, ldu, vt, ldvt, work, lwork, iwork): singular values. */
  readonly dgesdd: Routine;
}

/** How many arguments each takes, without `info`, and how many of them are letters. */
const arities: Readonly<Record<keyof Lapack, readonly [args: number, letters: number]>> = {
  dgetrf: [5, 0],
  dpotrf: [4, 1],
  dgelqf: [7, 0],
  dorglq: [8, 0],
  dsyevd: [10, 2],
  dgeev: [13, 2],
  dgesdd: [13, 1],
};

/** `undefined` where the library has BLAS alone. */
export function bindLapack(library: Library): Lapack | undefined {
  try {
    // The table has the keys of `Lapack`.
    return Object.fromEntries(
      Object.entries(arities).map(([name, [args, letters]]) => [name, routine(library, name, args, letters)]),
    ) as unknown as Lapack;
  } catch {
    return undefined;
  }
}

function routine(library: Library, name: string, args: number, letters: number): Routine {
  const addresses = Array.from({ length: args + 1 }, (_, i) => `void *a${i}`);
  // Fortran compilers pass the lengths of texts behind all else.
  const lengths = Array.from({ length: letters }, (_, i) => `size_t n${i}`);
  const call = library.func(`void ${name}_(${[...addresses, ...lengths].join(", ")})`);
  const ones = lengths.map(() => 1);
  const info = new Int32Array(1);
  return (...given) => {
    call(...given.map(address), info, ...ones);
    return info[0]!;
  };
}

function address(x: At | number | string): At {
  if (typeof x === "number") return Int32Array.of(x);
  return typeof x === "string" ? Uint8Array.of(x.charCodeAt(0)) : x;
}

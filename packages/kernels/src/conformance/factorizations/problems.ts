/** The problems for each factorization. Does not compile if one has none. */
import type { Factorizations } from "../../kernels.js";
import { eigProblems, eighProblems, svdProblems } from "./eigen-problems.js";
import { choleskyProblems, luProblems, qrProblems, triangularProblems } from "./direct-problems.js";
import type { FactorizationProblem } from "./problem.js";

type ProblemsOf = {
  readonly [K in keyof Factorizations]: (kernel: Factorizations[K]) => Iterable<FactorizationProblem>;
};

export const factorizationProblems: ProblemsOf = {
  lu: luProblems,
  cholesky: choleskyProblems,
  qr: qrProblems,
  eigh: eighProblems,
  eig: eigProblems,
  svd: svdProblems,
  solveTriangular: triangularProblems,
};

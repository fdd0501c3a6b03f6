/** The conformance suite: what every backend is held to, for any test runner. */
import type { Factorizations, Kernels } from "../kernels.js";
import { arrangements } from "./arrangements.js";
import type { Arranged } from "./arrangements.js";
import { findFault } from "./check.js";
import type { FactorizationProblem } from "./factorizations/problem.js";
import { factorizationProblems } from "./factorizations/problems.js";
import { rooms } from "./factorizations/test-memory.js";
import type { Room } from "./factorizations/test-memory.js";
import { problemsOf } from "./problems.js";
import type { ProblemsOf } from "./problems.js";
import { remembering } from "./problem.js";
import type { Problem } from "./problem.js";

export interface ConformanceCase {
  readonly kernel: keyof Kernels;
  /** How the arrays lie in memory. */
  readonly layout: string;
  /** Their shapes and entries. */
  readonly case: string;
  /** Throws a ConformanceError where the answer is wrong or something but `out` was written. */
  readonly run: () => void;
}

/** A kernel gives another answer than it should. The message names kernel, layout, case, wanted and got. */
export class ConformanceError extends Error {
  override readonly name = "ConformanceError";
}

/**
 * The cases for the kernels that `backend` has: small, empty and large arrays, broadcast, numbers for arrays, all
 * layouts, in place and overlapping, zeros of both signs, subnormals, infinities and NaN. The inputs and all memory
 * that is not of `out` must stay as they were.
 *
 * Elementwise answers may be off by the units in the last place that the table states, sums and products by what
 * an order of summation (a pairwise one for `sum`) can cause. Factors are judged by their products, orthogonality and
 * order, and may be off by 30 roundings per row and column, as in LAPACK's own tests. All else is exact.
 */
export function* conformance(backend: Partial<Kernels>): Iterable<ConformanceCase> {
  // The keys of the table are those of `Kernels`.
  for (const kernel of Object.keys(problemsOf) as (keyof ProblemsOf)[]) {
    for (const problem of problemsFor(backend[kernel], problemsOf[kernel])) {
      for (const { name: layout, arrange } of arrangements) {
        const inMemory = arrange(problem);
        if (inMemory === undefined) continue;
        const run = () => runCase(`${kernel} (${layout}; ${problem.name})`, problem, inMemory());
        yield { kernel, layout, case: problem.name, run };
      }
    }
  }
  for (const kernel of Object.keys(factorizationProblems) as (keyof Factorizations)[])
    for (const problem of factorizationsFor(backend[kernel], kernel))
      for (const [layout, room] of Object.entries(rooms)) {
        const run = () => runFactorization(`${kernel} (${layout}; ${problem.name})`, problem, room());
        yield { kernel, layout, case: problem.name, run };
      }
}

function runFactorization(title: string, problem: FactorizationProblem, room: Room): void {
  raise(title, () => problem.run(room) ?? room.spoiled());
}

function factorizationsFor<K extends keyof Factorizations>(
  kernel: Partial<Kernels>[K],
  name: K,
): Iterable<FactorizationProblem> {
  return kernel === undefined ? [] : factorizationProblems[name](kernel);
}

function runCase(title: string, problem: Problem, arranged: Arranged): void {
  raise(title, () => findFault(problem, arranged));
}

/** Throws what `find` finds, or what it throws. */
function raise(title: string, find: () => string | undefined): void {
  let fault: string | undefined;
  try {
    fault = find();
  } catch (cause) {
    throw new ConformanceError(`${title}: expected an answer, got ${String(cause)}`, { cause });
  }
  if (fault !== undefined) throw new ConformanceError(`${title}: ${fault}`);
}

function problemsFor<K extends keyof ProblemsOf>(
  kernel: Partial<Kernels>[K],
  problems: ProblemsOf[K],
): Iterable<Problem> {
  return kernel === undefined ? [] : Array.from(problems(kernel), remembering);
}

/** The conformance suite that every backend must pass, for any test runner. */
import type { Factorizations, Kernels } from "../kernels.js";
import { arrangements } from "./arrangements.js";
import type { Arranged } from "./arrangements.js";
import { findFault } from "./check.js";
import type { FactorizationProblem } from "./factorizations/problem.js";
import { factorizationProblems } from "./factorizations/problems.js";
import { testMemories } from "./factorizations/test-memory.js";
import type { TestMemory } from "./factorizations/test-memory.js";
import { problemsOf } from "./problems.js";
import type { ProblemsOf } from "./problems.js";
import { memoize } from "./problem.js";
import type { Problem } from "./problem.js";

export interface ConformanceCase {
  readonly kernel: keyof Kernels;
  /** The memory layout of the arrays. */
  readonly layout: string;
  /** Their shapes and entries. */
  readonly case: string;
  /** Throws a ConformanceError if the answer is wrong or anything other than `out` was written. */
  readonly run: () => void;
}

/**
 * A kernel gave a wrong answer. The message names the kernel, the layout, the case, and the expected and actual
 * answers.
 */
export class ConformanceError extends Error {
  override readonly name = "ConformanceError";
}

/**
 * Yields the cases for the kernels that `backend` has: small, empty, large and broadcast arrays, numbers in place of
 * arrays, all layouts, in place and overlapping, zeros of both signs, subnormals, infinities and NaN. The inputs, and
 * all memory outside `out`, must not change.
 *
 * The table states the tolerance of elementwise answers in units in the last place. Sums and products may be off by
 * what the order of summation (pairwise for `sum`) can cause. Factorizations are checked by the products of their
 * factors, orthogonality and order, within 30 roundings per row and column, as in LAPACK's own tests. All other answers
 * must be exact.
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
      for (const [layout, memory] of Object.entries(testMemories)) {
        const run = () => runFactorization(`${kernel} (${layout}; ${problem.name})`, problem, memory());
        yield { kernel, layout, case: problem.name, run };
      }
}

function runFactorization(title: string, problem: FactorizationProblem, memory: TestMemory): void {
  raise(title, () => problem.run(memory) ?? memory.strayWrite());
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

/** Throws a ConformanceError for the fault that `find` returns or the error that it throws. */
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
  return kernel === undefined ? [] : Array.from(problems(kernel), memoize);
}

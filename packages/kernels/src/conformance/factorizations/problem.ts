/** A test problem for a factorization, independent of memory layout. */
import type { Fault } from "./judge.js";
import type { TestMemory } from "./test-memory.js";

export interface FactorizationProblem {
  readonly name: string;
  /** Runs the kernel on arrays allocated in `memory`, and returns what is wrong with its answer. */
  readonly run: (memory: TestMemory) => Fault;
}

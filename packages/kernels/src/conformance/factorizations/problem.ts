/** What the suite asks of a factorization, apart from where the arrays lie. */
import type { Complaint } from "./judge.js";
import type { Room } from "./test-memory.js";

export interface FactorizationProblem {
  readonly name: string;
  /** Runs the kernel with arrays of `room` and says what is wrong with its answer. */
  readonly run: (room: Room) => Complaint;
}

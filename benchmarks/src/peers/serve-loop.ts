/** The measuring side of `bench:peers`: a process that measures one engine when asked, a line of JSON for a line of JSON. */
import { createInterface } from "node:readline";
import type { Workload } from "../workloads/workload.js";

export interface Request {
  readonly workload: string;
  /** For how long to repeat the step. 0: one step, the process's first, with its memory. */
  readonly ms: number;
}

/** `us` null: the engine does not do this workload. */
export interface Answer {
  readonly us: number | null;
  /** What the third step after `prepare` returned: the same for all engines, but for rounding. */
  readonly check: number | null;
  /** How far the resident memory rose at most, where `ms` was 0. */
  readonly bytes?: number;
  readonly error?: string;
}

/**
 * Milliseconds before the first figure. A step of a small network takes five times as long after 0.1 s as in the end,
 * which V8's compilers reach after about 0.7 s. Not a share of `ms`: short windows would measure the compiler.
 */
const WARM_UP = 1500;

interface Running {
  readonly step: () => number;
  readonly check: number;
}

/** Answer requests from stdin until it ends. */
export async function serve(workloads: readonly Workload[]): Promise<void> {
  const running = new Map<string, Running>();
  for await (const line of createInterface({ input: process.stdin })) {
    // What the other side of this file's protocol writes.
    const request = JSON.parse(line) as Request;
    console.log(JSON.stringify(answer(running, workloads, request)));
  }
}

function answer(
  running: Map<string, Running>,
  workloads: readonly Workload[],
  { workload: name, ms }: Request,
): Answer {
  const workload = workloads.find((w) => w.name === name);
  if (workload === undefined) return { us: null, check: null };
  try {
    if (ms === 0) return once(workload);
    let state = running.get(name);
    if (state === undefined) {
      const { step } = workload.prepare();
      step();
      step();
      state = { step, check: step() };
      running.set(name, state);
      meanOf(step, WARM_UP);
    }
    return { us: meanOf(state.step, ms), check: state.check };
  } catch (error) {
    return { us: null, check: null, error: String(error) };
  }
}

/** Microseconds a step, from as many as begin within `ms`, at least one. */
function meanOf(step: () => number, ms: number): number {
  const start = performance.now();
  let steps = 0;
  let passed: number;
  do {
    step();
    steps++;
    passed = performance.now() - start;
  } while (passed < ms);
  return (passed * 1e3) / steps;
}

function once(workload: Workload): Answer {
  const { step } = workload.prepare();
  const before = process.memoryUsage.rss();
  const start = performance.now();
  const check = step();
  const us = (performance.now() - start) * 1e3;
  return { us, check, bytes: process.resourceUsage().maxRSS * 1024 - before };
}

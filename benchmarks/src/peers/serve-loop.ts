/**
 * The measuring side of `bench:peers`: a process that measures one engine, answering each line of JSON with another.
 */
import { createInterface } from "node:readline";
import type { Workload } from "../workloads/workload.js";

export interface Request {
  readonly workload: string;
  /** How long to repeat the step. 0 asks for a single step, the first of the process, and its memory. */
  readonly ms: number;
}

/** `us` is null if the engine lacks this workload. */
export interface Answer {
  readonly us: number | null;
  /** The result of the third step after `prepare`: the same for all engines, except for rounding. */
  readonly check: number | null;
  /** The peak growth of resident memory, if `ms` was 0. */
  readonly bytes?: number;
  readonly error?: string;
}

/**
 * Milliseconds of warm-up before the first figure. V8's compilers settle after about 0.7 s: after 0.1 s, a step of a
 * small network still takes five times its final time. It is not a fraction of `ms`: a short window would measure the
 * compiler.
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
    // Written by the other side of this protocol, client.ts.
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

/** Mean microseconds of the steps that begin within `ms`, at least one. */
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

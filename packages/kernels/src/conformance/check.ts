/** Runs a kernel on a problem in memory, and checks the answer and that nothing else was written. */
import type { Arranged } from "./arrangements.js";
import { isClose } from "./closeness.js";
import { read, write } from "./memory.js";
import { sizeOf } from "./problem.js";
import type { Entries, Problem, Wanted } from "./problem.js";

/** A description of what is wrong with the kernel's answer, or undefined. */
export function findFault(problem: Problem, { out, inputs }: Arranged): string | undefined {
  const size = (i: number) => sizeOf(problem.inputs[i]!.shape);
  const entries = inputs.map((x, i) => (typeof x === "number" ? new Float64Array(size(i)).fill(x) : read(x)));
  const outBefore = read(out);
  const wanted = problem.wanted(entries, outBefore);
  const buffers = [
    ...new Set([out, ...inputs].flatMap((x) => (typeof x === "number" ? [] : [x.data.buffer]))),
  ];
  const before = buffers.map((buffer) => buffer.slice(0));
  problem.call(out, inputs);
  const got = read(out);
  const wrong = firstWrong(got, wanted);
  if (wrong >= 0) {
    const allowed = wanted.slack
      ? ` give or take ${wanted.slack[wrong]}`
      : wanted.ulps
        ? ` to ${wanted.ulps} ulp`
        : "";
    return `expected ${show(wanted.entries[wrong]!)}${allowed} at [${index(out.shape, wrong)}], got ${show(got[wrong]!)}`;
  }
  // With `out` restored, all memory must be as it was before.
  write(out, outBefore);
  const isSame = buffers.every((buffer, i) => sameBytes(buffer, before[i]!));
  return isSame
    ? undefined
    : "expected writes to out only, got one elsewhere. Check the strides and the offset of out.";
}

/** The index of the first entry outside its tolerance, or −1. */
function firstWrong(got: Entries, { entries, ulps = 0, slack }: Wanted): number {
  for (let i = 0; i < got.length; i++) if (!isClose(got[i]!, entries[i]!, ulps, slack?.[i])) return i;
  return -1;
}

const show = (x: number) => (Object.is(x, -0) ? "-0" : String(x));

function index(shape: readonly number[], i: number): string {
  return shape.map((n, d) => Math.floor(i / sizeOf(shape.slice(d + 1))) % n).join(", ");
}

function sameBytes(a: ArrayBufferLike, b: ArrayBufferLike): boolean {
  const x = new Int32Array(a);
  const y = new Int32Array(b);
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return false;
  return true;
}

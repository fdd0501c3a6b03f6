/** Measures the errors of kernels against MPFR, in units in the last place. */
import { memory } from "@ndgrad/backend-wasm";
import type { Backend, NdF64 } from "@ndgrad/kernels";
import ndarray from "ndarray";
import { binaryDomains, unaryDomains } from "./domains.js";
import { distancesFrom } from "./mpfr.js";
import { points, special } from "./points.js";

/** For each function; the deep run (`npm run test:deep`) takes as many as the README's table is made of. */
const POINTS = process.env["NDGRAD_DEEP"] === undefined ? 25_000 : 100_000;

export const vectorised = [...Object.keys(unaryDomains), ...Object.keys(binaryDomains)];

/** The lists of arguments, entry by entry. */
function argumentsOf(name: string): Float64Array[] {
  const domain = unaryDomains[name];
  if (domain !== undefined) return [points(POINTS, domain)];
  const [first, second] = binaryDomains[name]!.map((d) => points(POINTS, d)) as [Float64Array, Float64Array];
  // Another order, so that the kinds of points mix; then all pairs of the special ones.
  const mixed = second.map((_, i) => second[(i * 7919) % POINTS]!);
  special.forEach((x, i) =>
    special.forEach((y, j) => {
      first[i * special.length + j] = x;
      mixed[i * special.length + j] = y;
    }),
  );
  return [first, mixed];
}

/** An error in units in the last place, and the arguments at which it occurs. */
export interface ErrorAt {
  readonly ulps: number;
  readonly at: readonly number[];
}

/** The largest error of `name` in each backend. MPFR, which takes most of the time, computes each value once. */
export function worstErrors(backends: readonly Backend[], name: string): ErrorAt[] {
  const args = argumentsOf(name);
  const mark = memory.mark();
  const resident = (entries: Float64Array): NdF64 => {
    const data = memory.allocate(entries.length);
    data.set(entries);
    return ndarray(data);
  };
  const operands = args.map(resident);
  const answers = backends.map((backend) => {
    const out = resident(new Float64Array(POINTS));
    // All of these kernels have this form.
    (backend[name as "exp"] as (out: NdF64, ...args: NdF64[]) => void)(out, ...operands);
    return out.data;
  });
  const worst: ErrorAt[] = backends.map(() => ({ ulps: 0, at: [] }));
  for (let i = 0; i < POINTS; i++) {
    const at = args.map((x) => x[i]!);
    const distance = distancesFrom(name, at);
    for (let k = 0; k < answers.length; k++) {
      const ulps = distance(answers[k]![i]!);
      if (!(ulps <= worst[k]!.ulps)) worst[k] = { ulps, at };
    }
  }
  memory.release(mark);
  return worst;
}

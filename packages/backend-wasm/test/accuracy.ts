/** How far kernels are from MPFR, in units in the last place. */
import { memory } from "@ndgrad/backend-wasm";
import type { Backend, NdF64 } from "@ndgrad/kernels";
import ndarray from "ndarray";
import { binaryDomains, unaryDomains } from "./domains.js";
import { ulpsFrom } from "./mpfr.js";
import { points, special } from "./points.js";

/** For each function. */
const POINTS = 100_000;

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

/** The largest error of `backend[name]`, and where it is. */
export function worstError(backend: Backend, name: string): { ulps: number; at: readonly number[] } {
  const args = argumentsOf(name);
  const mark = memory.mark();
  const resident = (entries: Float64Array): NdF64 => {
    const data = memory.allocate(entries.length);
    data.set(entries);
    return ndarray(data);
  };
  const out = resident(new Float64Array(POINTS));
  // The functions are of numbers, and all of this form.
  const kernel = backend[name as "exp"] as (out: NdF64, ...args: NdF64[]) => void;
  kernel(out, ...args.map(resident));
  let worst: { ulps: number; at: readonly number[] } = { ulps: 0, at: [] };
  for (let i = 0; i < POINTS; i++) {
    const at = args.map((x) => x[i]!);
    const ulps = ulpsFrom(name, at, out.data[i]!);
    if (!(ulps <= worst.ulps)) worst = { ulps, at };
  }
  memory.release(mark);
  return worst;
}

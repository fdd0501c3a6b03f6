/** How far kernels are from fixtures by mpmath, in units in the last place of the value. */
import { readFileSync } from "node:fs";
import { memory } from "@ndgrad/backend-wasm";
import type { Backend, NdF64 } from "@ndgrad/kernels";
import ndarray from "ndarray";

/** Arguments, then the value as the sum of two numbers. */
type Row = readonly number[];

interface Fixtures {
  readonly source: string;
  readonly cases: Readonly<Record<string, readonly Row[]>>;
}

// Written by test/fixtures/generate.py.
const { cases } = JSON.parse(
  readFileSync(new URL("./fixtures/accuracy.json", import.meta.url), "utf8"),
) as Fixtures;

export const functionsWithFixtures = Object.keys(cases);

/** The largest error of `backend[name]`, and where it is. */
export function worstError(backend: Backend, name: string): { ulps: number; at: Row } {
  const rows = cases[name]!;
  const arity = rows[0]!.length - 2;
  const mark = memory.mark();
  const column = (k: number): NdF64 => {
    const data = memory.allocate(rows.length);
    rows.forEach((row, i) => (data[i] = row[k]!));
    return ndarray(data);
  };
  const args = Array.from({ length: arity }, (_, k) => column(k));
  const out = column(0);
  // The fixtures are of functions of numbers.
  const kernel = backend[name as "exp"] as (out: NdF64, ...args: NdF64[]) => void;
  kernel(out, ...args);
  let worst: { ulps: number; at: Row } = { ulps: 0, at: [] };
  rows.forEach((row, i) => {
    const [high, low] = [row[arity]!, row[arity + 1]!];
    const ulps = Math.abs(out.data[i]! - high - low) / unitOf(high);
    if (!(ulps <= worst.ulps)) worst = { ulps, at: row };
  });
  memory.release(mark);
  return worst;
}

/** The distance from |x| to the next larger number. */
function unitOf(x: number): number {
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(x))));
  // log2 rounds up just below a power of 2.
  const power = 2 ** exponent > Math.abs(x) ? exponent - 1 : exponent;
  return 2 ** (Math.max(-1022, power) - 52);
}

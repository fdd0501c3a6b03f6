/** Exact transforms of seeded numbers: fixtures/fft.json, written by fixtures/generate.py. */
import { readFileSync } from "node:fs";

interface Case {
  readonly n: number;
  /** The entries of the transform that `re` and `im` hold. */
  readonly bins: readonly number[];
  readonly re: readonly number[];
  readonly im: readonly number[];
}

interface Fixtures {
  readonly cases: readonly Case[];
  readonly roots: readonly { k: number; n: number; cos: number; sin: number }[];
}

// The generator defines the structure of the file, which JSON.parse cannot know.
export const fixtures = JSON.parse(
  readFileSync(new URL("./fixtures/fft.json", import.meta.url), "utf8"),
) as Fixtures;

/** n real and n imaginary parts in [−½, ½), the same as the generator makes for length n. */
export function input(n: number): { re: Float64Array; im: Float64Array } {
  let state = n + 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  return { re: Float64Array.from({ length: n }, next), im: Float64Array.from({ length: n }, next) };
}

export function distance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length) return Infinity;
  let most = 0;
  for (let i = 0; i < x.length; i++) {
    const d = Math.abs(x[i]! - y[i]!);
    if (!(d <= most)) most = d;
    if (d !== d) return d;
  }
  return most;
}

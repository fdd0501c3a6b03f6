/** Transforms of lengths with small prime factors: one pass for each factor. */
import { anyRadix } from "./any-radix.js";
import { radix2, radix3, radix4, radix5 } from "./butterflies.js";
import { makePass } from "./pass.js";
import type { Pair, Pass } from "./pass.js";

/** Transforms the first n numbers of `x` in place; `work` has the same size and is overwritten. */
export type Transform = (x: Pair, work: Pair) => void;

const written: Readonly<Record<number, (pass: Pass, y: Pair, x: Pair) => void>> = {
  2: radix2,
  3: radix3,
  4: radix4,
  5: radix5,
};

/** The factors of n: fours first, then primes in ascending order. */
export function factorize(n: number): number[] {
  const factors: number[] = [];
  let rest = n;
  for (; rest % 4 === 0; rest /= 4) factors.push(4);
  for (let f = 2; f * f <= rest; f++) for (; rest % f === 0; rest /= f) factors.push(f);
  if (rest > 1) factors.push(rest);
  return factors;
}

export function mixedRadix(n: number, factors: readonly number[]): Transform {
  let done = 1;
  const passes = factors.map((radix) => {
    const pass = makePass(radix, done, n / (done * radix));
    done *= radix;
    return pass;
  });
  return (x, work) => {
    let [from, to] = [x, work];
    for (const pass of passes) {
      (written[pass.radix] ?? anyRadix)(pass, to, from);
      [from, to] = [to, from];
    }
    if (from === x) return;
    x.re.set(from.re.subarray(0, n));
    x.im.set(from.im.subarray(0, n));
  };
}

/** A pass of any odd radix, in about radix² steps per butterfly. Used for small primes above 5. */
import { zeros } from "./pass.js";
import type { Pair, Pass } from "./pass.js";
import { rootOfUnity } from "./roots-of-unity.js";

export function anyRadix({ radix, done, rest, twiddles: w }: Pass, y: Pair, x: Pair): void {
  const cos = Float64Array.from({ length: radix }, (_, k) => rootOfUnity(k, radix)[0]);
  const sin = Float64Array.from({ length: radix }, (_, k) => rootOfUnity(k, radix)[1]);
  const half = (radix + 1) / 2;
  const z = zeros(radix);
  for (let j = 0; j < done; j++)
    for (let s = 0; s < rest; s++) {
      gather(z, x, j * radix * rest + s, rest, w, j * (radix - 1));
      const o = j * rest + s;
      const hop = done * rest;
      y.re[o] = sum(z.re, half);
      y.im[o] = sum(z.im, half);
      for (let q = 1; q < half; q++) {
        // The cosines multiply only the sums, the sines only the differences, and outputs q and −q share both.
        let ar = z.re[0]!;
        let ai = z.im[0]!;
        let br = 0;
        let bi = 0;
        for (let p = 1, k = q; p < half; p++, k = k + q < radix ? k + q : k + q - radix) {
          ar += cos[k]! * z.re[p]!;
          ai += cos[k]! * z.im[p]!;
          br += sin[k]! * z.im[radix - p]!;
          bi -= sin[k]! * z.re[radix - p]!;
        }
        y.re[o + q * hop] = ar + br;
        y.im[o + q * hop] = ai + bi;
        y.re[o + (radix - q) * hop] = ar - br;
        y.im[o + (radix - q) * hop] = ai - bi;
      }
    }
}

function sum(x: Float64Array, count: number): number {
  let s = 0;
  for (let p = 0; p < count; p++) s += x[p]!;
  return s;
}

/**
 * z = the inputs of one butterfly times their twiddle factors: the sums of inputs p and −p at p, their differences at
 * −p.
 */
function gather(z: Pair, x: Pair, start: number, rest: number, w: Pair, at: number): void {
  const radix = z.re.length;
  z.re[0] = x.re[start]!;
  z.im[0] = x.im[start]!;
  for (let p = 1, r = radix - 1; p < r; p++, r--) {
    const i = start + p * rest;
    const k = start + r * rest;
    const c = w.re[at + p - 1]!;
    const d = w.im[at + p - 1]!;
    const e = w.re[at + r - 1]!;
    const f = w.im[at + r - 1]!;
    const ar = x.re[i]! * c - x.im[i]! * d;
    const ai = x.re[i]! * d + x.im[i]! * c;
    const br = x.re[k]! * e - x.im[k]! * f;
    const bi = x.re[k]! * f + x.im[k]! * e;
    z.re[p] = ar + br;
    z.im[p] = ai + bi;
    z.re[r] = ar - br;
    z.im[r] = ai - bi;
  }
}

/** One pass of the mixed-radix transform: what it does to the data, and the roots of unity that it needs. */
import { rootOfUnity } from "./roots-of-unity.js";

/** Real and imaginary parts of equally many numbers. */
export interface Pair {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

export const zeros = (n: number): Pair => ({ re: new Float64Array(n), im: new Float64Array(n) });

/**
 * Before a pass the data are a row-major [done, radix·rest] array: entries j of the transforms of length `done` of the
 * sequences made of every (radix·rest)-th number. It makes them [done·radix, rest]:
 * y[j + done·q, s] = Σₚ x[j, s + p·rest] wʲᵖ e^(−2πi pq/radix), where w is the first root of order done·radix.
 * Source: Stockham's autosort form, Van Loan, Computational Frameworks for the Fast Fourier Transform, 1.7.
 */
export interface Pass {
  readonly radix: number;
  readonly done: number;
  readonly rest: number;
  /** wʲᵖ, p from 1, at j·(radix − 1) + p − 1. */
  readonly twiddles: Pair;
}

export function makePass(radix: number, done: number, rest: number): Pass {
  const twiddles = zeros(done * (radix - 1));
  for (let j = 0, at = 0; j < done; j++)
    for (let p = 1; p < radix; p++, at++) {
      const [c, s] = rootOfUnity(j * p, done * radix);
      twiddles.re[at] = c;
      twiddles.im[at] = -s;
    }
  return { radix, done, rest, twiddles };
}

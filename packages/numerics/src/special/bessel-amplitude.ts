/** The oscillating Bessel functions beyond their first extremum: amplitudes times sin x ± cos x. */

import { rational } from "./polynomial.js";

/** A rational function of 1/x², used for x >= from. */
export interface Amplitude {
  readonly from: number;
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

/** The piece for x; the pieces descend, the last one starts at 2. */
export function amplitude(pieces: readonly Amplitude[], x: number): number {
  let k = 0;
  while (x < pieces[k]!.from && k < pieces.length - 1) k++;
  const piece = pieces[k]!;
  return rational(piece.numerator, piece.denominator, 1 / (x * x));
}

/** sin x + cos x; where the two nearly cancel, as −cos 2x/(sin x − cos x). */
export function sinPlusCos(x: number): number {
  const s = Math.sin(x);
  const c = Math.cos(x);
  return s * c < 0 && x < 1e308 ? -Math.cos(2 * x) / (s - c) : s + c;
}

/** sin x − cos x, likewise. */
export function sinMinusCos(x: number): number {
  const s = Math.sin(x);
  const c = Math.cos(x);
  return s * c > 0 && x < 1e308 ? -Math.cos(2 * x) / (s + c) : s - c;
}

/** 1/√π. */
export const INV_SQRT_PI = 0.5641895835477563;

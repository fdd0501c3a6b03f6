/** The order of the bins of a Fourier transform, and their frequencies. */
import { checked } from "../../options.js";
import { Complex } from "../../complex/complex.js";
import type { ComplexLike } from "../../complex/complex.js";
import { normalizeAxes } from "../../shape.js";
import { empty, shapeOf } from "../../tensor.js";
import type { Nd, Shaped, Tensor } from "../../tensor.js";
import { div, mul } from "../../primitives/elementwise/arithmetic.js";
import { roll } from "../shape/roll.js";
import { checkLength } from "./options.js";

export interface ShiftOptions {
  /** All by default. */
  readonly axes?: number | readonly number[] | null | undefined;
}

/** A real array for a real one, a complex one for a complex one. */
interface Shift {
  <X extends Tensor>(x: X, options?: ShiftOptions): Shaped<X>;
  <Z extends Complex>(z: Z, options?: ShiftOptions): Z;
  (z: ComplexLike, options?: ShiftOptions): ComplexLike;
}

/** Bin 0 moved from the front to the middle, place ⌊n/2⌋, along `axes`. Linear. Throws AxisError, ValueError. */
export const fftshift: Shift = shift("fftshift", (n) => Math.floor(n / 2));

/** Bin 0 moved from the middle to the front: the inverse of `fftshift`, of odd lengths too. Throws AxisError, ValueError. */
export const ifftshift: Shift = shift("ifftshift", (n) => -Math.floor(n / 2));

function shift(op: string, by: (n: number) => number): Shift {
  const real = (x: Tensor, { axes }: ShiftOptions): Tensor => {
    const shape = shapeOf(x, op);
    const axis = normalizeAxes(op, axes, shape.length);
    return roll(x, axis.map((a) => by(shape[a]!)), { axis }); // prettier-ignore
  };
  const either = (z: ComplexLike, given: ShiftOptions = {}): ComplexLike => {
    const options = checked(op, given, ["axes"]);
    return z instanceof Complex ? new Complex(real(z.re, options), real(z.im, options)) : real(z, options);
  };
  // The interface says that kinds and ranks are kept.
  return either as Shift;
}

/**
 * The frequencies of the `n` bins of `fft`, in its order: 0, 1, …, then the negative ones, over n·d, where `d` is the
 * time between samples. Throws ValueError for a length below 1.
 */
export function fftfreq(n: number, d = 1): Nd {
  return frequencies("fftfreq", n, n, d, (j) => (2 * j < n ? j : j - n));
}

/** The frequencies of the ⌊n/2⌋ + 1 bins of `rfft`: 0 to n/2, over n·d. Throws ValueError for a length below 1. */
export function rfftfreq(n: number, d = 1): Nd {
  return frequencies("rfftfreq", n, Math.floor(n / 2) + 1, d, (j) => j);
}

function frequencies(op: string, n: number, bins: number, d: number, place: (j: number) => number): Nd {
  checkLength(op, n, [n]);
  const places = empty([bins]);
  for (let j = 0; j < bins; j++) places.data[j] = place(j);
  return div(places, mul(n, d));
}

/** The order of the bins of a Fourier transform, and their frequencies. */
import { method } from "../../method.js";
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

/** Bin 0 moved from the front to the middle, position ⌊n/2⌋, along `axes`. Linear. Throws AxisError, ValueError. */
export const fftshift: Shift = shift("fftshift", (n) => Math.floor(n / 2));

/** Bin 0 moved from the middle to the front: the inverse of `fftshift`, of odd lengths too. Throws AxisError, ValueError. */
export const ifftshift: Shift = shift("ifftshift", (n) => -Math.floor(n / 2));

function shift(name: string, by: (n: number) => number): Shift {
  const real = (x: Tensor, { axes }: ShiftOptions): Tensor => {
    const shape = shapeOf(x);
    const axis = normalizeAxes(axes, shape.length);
    return roll(x, axis.map((a) => by(shape[a]!)), { axis }); // prettier-ignore
  };
  const either: Shift = method(name, { axes: undefined }, (z, options) =>
    z instanceof Complex ? new Complex(real(z.re, options), real(z.im, options)) : real(z, options),
  );
  return either;
}

/**
 * The frequencies of the `n` bins of `fft`, in its order: 0, 1, …, then the negative ones, over n·d, where `d` is the
 * time between samples. Throws ValueError for a length below 1.
 */
export const fftfreq: (n: number, d?: number) => Nd = method("fftfreq", (n, d) => {
  return frequencies(n, n, d ?? 1, (j) => (2 * j < n ? j : j - n));
});

/** The frequencies of the ⌊n/2⌋ + 1 bins of `rfft`: 0 to n/2, over n·d. Throws ValueError for a length below 1. */
export const rfftfreq: (n: number, d?: number) => Nd = method("rfftfreq", (n, d) => {
  return frequencies(n, Math.floor(n / 2) + 1, d ?? 1, (j) => j);
});

function frequencies(n: number, bins: number, d: number, place: (j: number) => number): Nd {
  checkLength(n, [n]);
  const places = empty([bins]);
  for (let j = 0; j < bins; j++) places.data[j] = place(j);
  return div(places, mul(n, d));
}

/** Fourier transforms of complex arrays. */
import { method } from "../../method.js";
import { Complex, toComplex } from "../../complex/complex.js";
import type { ComplexLike } from "../../complex/complex.js";
import type { Nd } from "../../tensor.js";
import { asArray } from "../../as-array.js";
import { alongOne, alongTwo, ONE, gridOf, resize, scaleOf, SEVERAL } from "./options.js";
import type { FftnOptions, FftOptions } from "./options.js";
import { transform } from "../../primitives/fft/transforms.js";

/**
 * Xⱼ = Σₖ xₖ e^(−2πi jk/n) along `axis`, the last by default. Shapes: kept, except `n` along the axis. Takes any length,
 * fastest with small prime factors. Linear; the adjoint is the inverse without the division.
 * Throws AxisError, ValueError for a length below 1 or an unknown norm.
 */
export const fft: (z: ComplexLike, options?: FftOptions) => Complex<Nd> = method("fft", ONE, (z, options) =>
  alongGrid(z, alongOne(options), false),
);

/** xₖ = (1/n)·Σⱼ Xⱼ e^(2πi jk/n) along `axis`, the last by default: the inverse of `fft`, with its options and errors. */
export const ifft: (z: ComplexLike, options?: FftOptions) => Complex<Nd> = method("ifft", ONE, (z, options) =>
  alongGrid(z, alongOne(options), true),
);

/** `fft` along two axes, the last two by default. Throws as `fftn`. */
export const fft2: (z: ComplexLike, options?: FftnOptions) => Complex<Nd> = method(
  "fft2",
  SEVERAL,
  (z, options) => alongGrid(z, alongTwo(options), false),
);

/** The inverse of `fft2`. */
export const ifft2: (z: ComplexLike, options?: FftnOptions) => Complex<Nd> = method(
  "ifft2",
  SEVERAL,
  (z, options) => alongGrid(z, alongTwo(options), true),
);

/**
 * `fft` along several axes: all by default, or the last ones where only `s` is given.
 * Throws AxisError; ValueError for a repeated axis, a number of lengths other than that of the axes, or a length below 1.
 */
export const fftn: (z: ComplexLike, options?: FftnOptions) => Complex<Nd> = method(
  "fftn",
  SEVERAL,
  (z, options) => alongGrid(z, options, false),
);

/** The inverse of `fftn`. */
export const ifftn: (z: ComplexLike, options?: FftnOptions) => Complex<Nd> = method(
  "ifftn",
  SEVERAL,
  (z, options) => alongGrid(z, options, true),
);

function alongGrid(z: ComplexLike, options: FftnOptions, inverse: boolean): Complex<Nd> {
  const { re, im, shape } = toComplex(z);
  const grid = gridOf(shape, options);
  const scale = scaleOf(options.norm, grid.lengths, inverse);
  const [x, y] = transform(resize(re, grid), resize(im, grid), { axes: grid.axes, inverse, scale });
  return new Complex(asArray(x), asArray(y));
}

/** Fourier transforms of complex arrays. */
import { checked } from "../../options.js";
import { Complex, toComplex } from "../../complex/complex.js";
import type { ComplexLike } from "../../complex/complex.js";
import type { Nd } from "../../tensor.js";
import { ranked } from "../../ranked.js";
import { gridOf, resized, scaleOf, SEVERAL } from "./options.js";
import type { FftnOptions, FftOptions } from "./options.js";
import { transform } from "../../primitives/fft/transforms.js";

/**
 * Xⱼ = Σₖ xₖ e^(−2πi jk/n) along `axis`, the last by default. Shapes: kept, but for `n` along the axis. Any length, fast for
 * those with small prime factors. Linear; its adjoint is the inverse without the division.
 * Throws AxisError, ValueError for a length below 1 or an unknown norm.
 */
export function fft(z: ComplexLike, options: FftOptions = {}): Complex<Nd> {
  return alongGrid("fft", z, ofOne("fft", options), false);
}

/** xₖ = (1/n)·Σⱼ Xⱼ e^(2πi jk/n) along `axis`, the last by default: the inverse of `fft`, with its options and errors. */
export function ifft(z: ComplexLike, options: FftOptions = {}): Complex<Nd> {
  return alongGrid("ifft", z, ofOne("ifft", options), true);
}

/** `fft` along two axes, the last two by default. Throws as `fftn`. */
export function fft2(z: ComplexLike, options: FftnOptions = {}): Complex<Nd> {
  return alongGrid("fft2", z, { axes: LAST_TWO, ...checked("fft2", options, SEVERAL) }, false);
}

/** The inverse of `fft2`. */
export function ifft2(z: ComplexLike, options: FftnOptions = {}): Complex<Nd> {
  return alongGrid("ifft2", z, { axes: LAST_TWO, ...checked("ifft2", options, SEVERAL) }, true);
}

/**
 * `fft` along several axes: all by default, or the last ones where only `s` is given.
 * Throws AxisError, ValueError for an axis named twice, other than one length per axis, or a length below 1.
 */
export function fftn(z: ComplexLike, options: FftnOptions = {}): Complex<Nd> {
  return alongGrid("fftn", z, checked("fftn", options, SEVERAL), false);
}

/** The inverse of `fftn`. */
export function ifftn(z: ComplexLike, options: FftnOptions = {}): Complex<Nd> {
  return alongGrid("ifftn", z, checked("ifftn", options, SEVERAL), true);
}

const LAST_TWO = [-2, -1] as const;

/** The options of a transform along one axis, as those of one along several. */
export function ofOne(op: string, options: FftOptions): FftnOptions {
  const { n, axis = -1, norm } = checked(op, options, ["n", "axis", "norm"]);
  return { s: n === undefined || n === null ? null : [n], axes: [axis], norm };
}

function alongGrid(op: string, z: ComplexLike, options: FftnOptions, inverse: boolean): Complex<Nd> {
  const { re, im, shape } = toComplex(z, op);
  const grid = gridOf(op, shape, options);
  const scale = scaleOf(op, options.norm, grid.lengths, inverse);
  const [x, y] = transform(resized(re, grid), resized(im, grid), { axes: grid.axes, inverse, scale });
  return new Complex(ranked(x), ranked(y));
}

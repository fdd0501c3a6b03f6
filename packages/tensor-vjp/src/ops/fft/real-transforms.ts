/** Fourier transforms of real arrays, and back to real arrays: half of the bins say all. */
import { checked } from "../../options.js";
import { Complex, toComplex } from "../../complex/complex.js";
import type { ComplexLike } from "../../complex/complex.js";
import { ValueError } from "../../errors.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { ranked } from "../../ranked.js";
import { ofOne } from "./complex-transforms.js";
import { checkLength, gridOf, resized, scaleOf, SEVERAL } from "./options.js";
import type { FftnOptions, FftOptions } from "./options.js";
import { fromHalf, toHalf, transform } from "../../primitives/fft/transforms.js";

/**
 * Bins 0 to ⌊n/2⌋ of the `fft` of a real array along `axis`, the last by default; the others are their conjugates.
 * Shapes: n → ⌊n/2⌋ + 1 along the axis. Linear. Throws ArgumentError for a complex array, AxisError, ValueError for a
 * length below 1 or an unknown norm.
 */
export function rfft(x: Tensor, options: FftOptions = {}): Complex<Nd> {
  return half("rfft", x, ofOne("rfft", options));
}

/**
 * The real array whose `fft` along `axis`, the last by default, begins with the bins `z`. Shapes: m → `n` along the axis,
 * 2(m − 1) by default. Linear; the imaginary parts of bin 0, and of bin n/2 for an even n, are not read.
 * Throws AxisError, ValueError for a length below 1 or an unknown norm.
 */
export function irfft(z: ComplexLike, options: FftOptions = {}): Nd {
  return whole("irfft", z, ofOne("irfft", options));
}

/** `rfft` along the last of two axes and `fft` along the other; the last two by default. Throws as `rfftn`. */
export function rfft2(x: Tensor, options: FftnOptions = {}): Complex<Nd> {
  return half("rfft2", x, { axes: [-2, -1], ...checked("rfft2", options, SEVERAL) });
}

/** The inverse of `rfft2`; `s` says the lengths of the result where the last is odd. */
export function irfft2(z: ComplexLike, options: FftnOptions = {}): Nd {
  return whole("irfft2", z, { axes: [-2, -1], ...checked("irfft2", options, SEVERAL) });
}

/**
 * `rfft` along the last of several axes and `fft` along the others; all by default, or the last ones where only `s` is
 * given. Throws AxisError, ValueError for no axis, an axis named twice, other than one length per axis, or one below 1.
 */
export function rfftn(x: Tensor, options: FftnOptions = {}): Complex<Nd> {
  return half("rfftn", x, checked("rfftn", options, SEVERAL));
}

/** The inverse of `rfftn`; `s` says the lengths of the result where the last is odd. */
export function irfftn(z: ComplexLike, options: FftnOptions = {}): Nd {
  return whole("irfftn", z, checked("irfftn", options, SEVERAL));
}

function half(op: string, x: Tensor, options: FftnOptions): Complex<Nd> {
  const grid = gridOf(op, shapeOf(x, op), options);
  const axis = lastOf(op, grid.axes);
  const scale = scaleOf(op, options.norm, grid.lengths, false);
  const [re, im] = toHalf(resized(x, grid), { axis, inner: 1, scale });
  const axes = grid.axes.slice(0, -1);
  const [a, b] = axes.length === 0 ? [re, im] : transform(re, im, { axes, inverse: false, scale: 1 });
  return new Complex(ranked(a), ranked(b));
}

function whole(op: string, z: ComplexLike, options: FftnOptions): Nd {
  const { re, im, shape } = toComplex(z, op);
  const given = gridOf(op, shape, options);
  const axis = lastOf(op, given.axes);
  const last = given.lengths.at(-1)!;
  const n = options.s === undefined || options.s === null ? 2 * (last - 1) : last;
  checkLength(op, n, shape);
  const lengths = given.lengths.with(-1, n);
  const scale = scaleOf(op, options.norm, lengths, true);
  const grid = { axes: given.axes, lengths: lengths.with(-1, (n >> 1) + 1) };
  const [a, b] = [resized(re, grid), resized(im, grid)];
  const axes = given.axes.slice(0, -1);
  const [x, y] = axes.length === 0 ? [a, b] : transform(a, b, { axes, inverse: true, scale: 1 });
  return ranked(fromHalf(x, y, n, { axis, inner: 1, scale }));
}

function lastOf(op: string, axes: readonly number[]): number {
  const last = axes.at(-1);
  if (last !== undefined) return last;
  throw new ValueError(`${op}: expected an axis, got none. Name one, or use fftn for complex arrays.`);
}

/** Fourier transforms of real arrays and back: half of the bins determine the rest. */
import { method } from "../../method.js";
import { Complex, toComplex } from "../../complex/complex.js";
import type { ComplexLike } from "../../complex/complex.js";
import { ValueError } from "../../errors.js";
import { shapeOf } from "../../tensor.js";
import type { Nd, Tensor } from "../../tensor.js";
import { asArray } from "../../as-array.js";
import { alongOne, alongTwo, ONE, checkLength, gridOf, resize, scaleOf, SEVERAL } from "./options.js";
import type { FftnOptions, FftOptions } from "./options.js";
import { fromHalf, toHalf, transform } from "../../primitives/fft/transforms.js";

/**
 * Bins 0 to ⌊n/2⌋ of the `fft` of a real array along `axis`, the last by default; the others are their conjugates.
 * Shapes: n → ⌊n/2⌋ + 1 along the axis. Linear. Throws ArgumentError for a complex array, AxisError, ValueError for a
 * length below 1 or an unknown norm.
 */
export const rfft: (x: Tensor, options?: FftOptions) => Complex<Nd> = method("rfft", ONE, (x, options) =>
  half(x, alongOne(options)),
);

/**
 * The real array whose `fft` along `axis`, the last by default, begins with the bins `z`. Shapes: m → `n` along the axis,
 * 2(m − 1) by default. Linear; the imaginary parts of bin 0, and of bin n/2 for an even n, are not read.
 * Throws AxisError, ValueError for a length below 1 or an unknown norm.
 */
export const irfft: (z: ComplexLike, options?: FftOptions) => Nd = method("irfft", ONE, (z, options) =>
  whole(z, alongOne(options)),
);

/** `rfft` along the last of two axes and `fft` along the other; the last two by default. Throws as `rfftn`. */
export const rfft2: (x: Tensor, options?: FftnOptions) => Complex<Nd> = method(
  "rfft2",
  SEVERAL,
  (x, options) => half(x, alongTwo(options)),
);

/** The inverse of `rfft2`; give `s`, the lengths of the result, where the last one is odd. */
export const irfft2: (z: ComplexLike, options?: FftnOptions) => Nd = method("irfft2", SEVERAL, (z, options) =>
  whole(z, alongTwo(options)),
);

/**
 * `rfft` along the last of several axes and `fft` along the others; all axes by default, or the last ones where only `s` is
 * given. Throws AxisError; ValueError for no axis, a repeated axis, a number of lengths other than that of the axes, or a
 * length below 1.
 */
export const rfftn: (x: Tensor, options?: FftnOptions) => Complex<Nd> = method(
  "rfftn",
  SEVERAL,
  (x, options) => half(x, options),
);

/** The inverse of `rfftn`; give `s`, the lengths of the result, where the last one is odd. */
export const irfftn: (z: ComplexLike, options?: FftnOptions) => Nd = method("irfftn", SEVERAL, (z, options) =>
  whole(z, options),
);

function half(x: Tensor, options: FftnOptions): Complex<Nd> {
  const grid = gridOf(shapeOf(x), options);
  const axis = lastOf(grid.axes);
  const scale = scaleOf(options.norm, grid.lengths, false);
  const [re, im] = toHalf(resize(x, grid), { axis, inner: 1, scale });
  const axes = grid.axes.slice(0, -1);
  const [a, b] = axes.length === 0 ? [re, im] : transform(re, im, { axes, inverse: false, scale: 1 });
  return new Complex(asArray(a), asArray(b));
}

function whole(z: ComplexLike, options: FftnOptions): Nd {
  const { re, im, shape } = toComplex(z);
  const given = gridOf(shape, options);
  const axis = lastOf(given.axes);
  const last = given.lengths.at(-1)!;
  const n = options.s === undefined || options.s === null ? 2 * (last - 1) : last;
  checkLength(n, shape);
  const lengths = given.lengths.with(-1, n);
  const scale = scaleOf(options.norm, lengths, true);
  const grid = { axes: given.axes, lengths: lengths.with(-1, (n >> 1) + 1) };
  const [a, b] = [resize(re, grid), resize(im, grid)];
  const axes = given.axes.slice(0, -1);
  const [x, y] = axes.length === 0 ? [a, b] : transform(a, b, { axes, inverse: true, scale: 1 });
  return asArray(fromHalf(x, y, n, { axis, inner: 1, scale }));
}

function lastOf(axes: readonly number[]): number {
  const last = axes.at(-1);
  if (last !== undefined) return last;
  throw new ValueError(`expected an axis, got none. Name one, or use fftn for complex arrays.`);
}

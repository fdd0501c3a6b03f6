/** The discrete Fourier transform of any length. */
import { bluestein } from "./bluestein.js";
import { factorize, mixedRadix } from "./mixed-radix.js";
import { zeros } from "./pass.js";
import { keepPlans } from "./plans.js";

/** For prime factors above this, a convolution is faster than a pass. */
const largestRadix = 31;

/** A transform with workspace for one row. */
const planFor = keepPlans((n) => {
  const factors = factorize(n);
  const isSmooth = factors.every((f) => f <= largestRadix);
  return { transform: isSmooth ? mixedRadix(n, factors) : bluestein(n), x: zeros(n), work: zeros(n) };
});

/**
 * Replace the n numbers re[offset + k·stride] + i·im[…] by their transform Xⱼ = Σₖ xₖ e^(∓2πi jk/n), with + if
 * `inverse`. Neither direction divides by n. Works for any n; the relative error is a few times 1e-16 · log₂ n in the
 * 2-norm.
 */
export function fft(
  re: Float64Array,
  im: Float64Array,
  n: number,
  offset = 0,
  stride = 1,
  inverse = false,
): void {
  if (n < 2) return;
  const { transform, x, work } = planFor(n);
  // Exchanging real and imaginary parts before and after a transform gives its inverse.
  const [a, b] = inverse ? [im, re] : [re, im];
  for (let k = 0, at = offset; k < n; k++, at += stride) {
    x.re[k] = a[at]!;
    x.im[k] = b[at]!;
  }
  transform(x, work);
  for (let k = 0, at = offset; k < n; k++, at += stride) {
    a[at] = x.re[k]!;
    b[at] = x.im[k]!;
  }
}

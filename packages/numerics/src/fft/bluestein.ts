/** Transforms of lengths with a large prime factor, as a convolution of a length without one. */
import { factorize, mixedRadix } from "./mixed-radix.js";
import type { Transform } from "./mixed-radix.js";
import { zeros } from "./pass.js";
import { rootOfUnity } from "./roots-of-unity.js";

/**
 * Since jk = (j² + k² − (k − j)²)/2, the transform is a chirp e^(−πi k²/n) times the convolution of (chirp · x) with
 * the conjugate chirp. Source: Bluestein 1970; Van Loan, Computational Frameworks for the Fast Fourier Transform, 4.2.
 */
export function bluestein(n: number): Transform {
  const length = lengthFrom(2 * n - 1);
  const convolve = mixedRadix(length, factorize(length));
  const chirp = zeros(n);
  const filter = zeros(length);
  const a = zeros(length);
  const b = zeros(length);
  // k² modulo 2n, by its differences: the square itself would lose digits.
  for (let k = 0, square = 0; k < n; square = (square + 2 * k + 1) % (2 * n), k++) {
    const [c, s] = rootOfUnity(square, 2 * n);
    chirp.re[k] = c;
    chirp.im[k] = -s;
    for (const at of [k, (length - k) % length]) {
      filter.re[at] = c / length;
      filter.im[at] = s / length;
    }
  }
  convolve(filter, b);
  return (x) => {
    a.re.fill(0, n);
    a.im.fill(0, n);
    for (let k = 0; k < n; k++) {
      const [p, q, c, d] = [x.re[k]!, x.im[k]!, chirp.re[k]!, chirp.im[k]!];
      a.re[k] = p * c - q * d;
      a.im[k] = p * d + q * c;
    }
    convolve(a, b);
    // Conjugated before and after, the second transform is the inverse one.
    for (let k = 0; k < length; k++) {
      const [p, q, c, d] = [a.re[k]!, a.im[k]!, filter.re[k]!, filter.im[k]!];
      a.re[k] = p * c - q * d;
      a.im[k] = -(p * d + q * c);
    }
    convolve(a, b);
    for (let k = 0; k < n; k++) {
      const [p, q, c, d] = [a.re[k]!, -a.im[k]!, chirp.re[k]!, chirp.im[k]!];
      x.re[k] = p * c - q * d;
      x.im[k] = p * d + q * c;
    }
  };
}

/** The smallest length ≥ `least` without prime factors above 5. */
function lengthFrom(least: number): number {
  for (let n = least; ; n++) if (factorize(n).every((f) => f <= 5)) return n;
}

/** Transforms of real numbers. Only half of the answer is computed: the other half is its conjugate. */
import { fft } from "./fft.js";
import { zeros } from "./pass.js";
import { keepPlans } from "./plans.js";
import { rootOfUnity } from "./roots-of-unity.js";

/** e^(−2πi j/n) up to j = n/2. */
const rootsFor = keepPlans((n) => {
  const roots = zeros(n / 2 + 1);
  for (let j = 0; j <= n / 2; j++) {
    const [c, s] = rootOfUnity(j, n);
    roots.re[j] = c;
    roots.im[j] = -s;
  }
  return roots;
});

/**
 * re + i·im (⌊n/2⌋ + 1 numbers) = the first half of the transform Xⱼ = Σₖ xₖ e^(−2πi jk/n) of the n ≥ 1 real
 * numbers `x`.
 * Even lengths go through a complex transform of half the length. Source: Press et al., Numerical Recipes, 12.3.
 */
export function rfft(re: Float64Array, im: Float64Array, x: Float64Array, n: number): void {
  const h = Math.floor(n / 2);
  if (n % 2 === 1) {
    const [a, b] = [x.slice(0, n), new Float64Array(n)];
    fft(a, b, n);
    re.set(a.subarray(0, h + 1));
    im.set(b.subarray(0, h + 1));
    // Exactly 0, where a convolution leaves rounding errors.
    im[0] = 0;
    return;
  }
  for (let k = 0; k < h; k++) {
    re[k] = x[2 * k]!;
    im[k] = x[2 * k + 1]!;
  }
  fft(re, im, h);
  re[h] = re[0]!;
  im[h] = im[0]!;
  // With Z the transform of x₂ₖ + i x₂ₖ₊₁, those of the even and of the odd entries are (Zⱼ ± conj Zₕ₋ⱼ)/2 and that /i.
  const roots = rootsFor(n);
  for (let j = 0; j <= h - j; j++) {
    const k = h - j;
    const c = roots.re[j]!;
    const d = roots.im[j]!;
    const evenR = (re[j]! + re[k]!) / 2;
    const evenI = (im[j]! - im[k]!) / 2;
    const oddR = (im[j]! + im[k]!) / 2;
    const oddI = (re[k]! - re[j]!) / 2;
    const turnedR = oddR * c - oddI * d;
    const turnedI = oddI * c + oddR * d;
    re[j] = evenR + turnedR;
    im[j] = evenI + turnedI;
    re[k] = evenR - turnedR;
    im[k] = turnedI - evenI;
  }
}

/**
 * x (n real numbers) = Σⱼ Xⱼ e^(2πi jk/n), where re + i·im holds X up to j = ⌊n/2⌋ and the rest is its conjugate. The
 * imaginary parts of X₀, and of X at n/2 if n is even, are taken as 0 without being read. There is no division by n.
 */
export function irfft(x: Float64Array, re: Float64Array, im: Float64Array, n: number): void {
  const h = Math.floor(n / 2);
  if (n % 2 === 1) {
    const [a, b] = [new Float64Array(n), new Float64Array(n)];
    for (let j = 0; j <= h; j++) {
      const k = (n - j) % n;
      a[j] = a[k] = re[j]!;
      b[j] = j === 0 ? 0 : im[j]!;
      b[k] = -b[j]!;
    }
    fft(a, b, n, 0, 1, true);
    x.set(a);
    return;
  }
  const [a, b] = [new Float64Array(h), new Float64Array(h)];
  // The steps of `rfft` in reverse, with everything twice as large.
  const roots = rootsFor(n);
  for (let j = 0; j < h; j++) {
    const k = h - j;
    const c = roots.re[j]!;
    const d = roots.im[j]!;
    const p = j === 0 ? 0 : im[j]!;
    const q = j === 0 ? 0 : im[k]!;
    const evenR = re[j]! + re[k]!;
    const evenI = p - q;
    const turnedR = re[j]! - re[k]!;
    const turnedI = p + q;
    const oddR = turnedR * c + turnedI * d;
    const oddI = turnedI * c - turnedR * d;
    a[j] = evenR - oddI;
    b[j] = evenI + oddR;
  }
  fft(a, b, h, 0, 1, true);
  for (let k = 0; k < h; k++) {
    x[2 * k] = a[k]!;
    x[2 * k + 1] = b[k]!;
  }
}

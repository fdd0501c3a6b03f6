/** The exponential of a matrix. */
import { lu } from "./lu.js";
import { luSolve } from "./lu-solve.js";
import { multiply } from "./matrix.js";
import { maxAbs, norm1 } from "./norms.js";
import { addRows, addScaled, scale } from "./vector.js";

/**
 * The Padé approximant of `degree` is exact to rounding if the size of the powers from 2p on is at most `limit`.
 * Source: Al-Mohy & Higham 2009.
 */
const approximants = [
  { degree: 3, limit: 1.495585217958292e-2, p: 1 },
  { degree: 5, limit: 2.53939833006323e-1, p: 2 },
  { degree: 7, limit: 9.504178996162932e-1, p: 3 },
  { degree: 9, limit: 2.097847961257068, p: 3 },
] as const;
/** For degree 13, reduced as in their algorithm 6.1. */
const lastLimit = 4.25;

/**
 * out = e^a for an n×n `a`; NaN if an entry is not finite, or beyond about 1e38. Scaling and squaring, with the scale
 * taken from powers of `a`: large entries that cancel in these powers cost no accuracy. Source: Al-Mohy & Higham, A new
 * scaling and squaring algorithm for the matrix exponential, SIAM J. Matrix Anal. Appl. 31 (2009), algorithm 6.1; the
 * norms estimated there are bounded here by products of known ones.
 */
export function expm(out: Float64Array, a: Float64Array, n: number): void {
  /** a², a⁴, a⁶, a⁸, as far as needed, and their norms. */
  const powers: Float64Array[] = [];
  const norms: number[] = [];
  for (const { degree, limit, p } of approximants) {
    const power = product(powers.at(-1) ?? a, powers[0] ?? a, n);
    powers.push(power);
    norms.push(norm1(power, n));
    if (sizeOfPowers(norms, p) <= limit && extraScaling(a, n, degree) === 0) {
      pade(out, a, powers, degree, n);
      return;
    }
  }
  const size = Math.min(sizeOfPowers(norms, 3), sizeOfPowers(norms, 4));
  if (!Number.isFinite(size)) {
    out.fill(NaN, 0, n * n);
    return;
  }
  const first = Math.max(0, Math.ceil(Math.log2(size / lastLimit)));
  const s = first + extraScaling(scaled(a, 2 ** -first), n, 13);
  const scaledPowers = powers.slice(0, 3).map((power, i) => scaled(power, 2 ** (-2 * s * (i + 1))));
  pade(out, scaled(a, 2 ** -s), scaledPowers, 13, n);
  const isKnown = isTriangular(a, n);
  if (isKnown) fillDiagonal(out, a, 2 ** -s, n);
  for (let i = s - 1; i >= 0; i--) {
    out.set(product(out, out, n));
    if (isKnown) fillDiagonal(out, a, 2 ** -i, n);
  }
}

function isTriangular(a: Float64Array, n: number): boolean {
  let [isUpper, isLower] = [true, true];
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      if (a[i * n + j] !== 0) isUpper = false;
      if (a[j * n + i] !== 0) isLower = false;
    }
  return isUpper || isLower;
}

/** The diagonal of e^(factor·a) for a triangular `a`, without the errors that squaring makes there. */
function fillDiagonal(out: Float64Array, a: Float64Array, factor: number, n: number): void {
  for (let at = 0; at < n * n; at += n + 1) out[at] = Math.exp(factor * a[at]!);
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const ab = new Float64Array(n * n);
  multiply(ab, a, b, n, n, n);
  return ab;
}

function scaled(a: Float64Array, factor: number): Float64Array {
  const copy = a.slice();
  scale(copy, 0, factor, copy.length);
  return copy;
}

/** max(‖a²ᵖ‖^(1/2p), ‖a²ᵖ⁺²‖^(1/(2p+2))), from the norms of a², a⁴, …; the second bounded if it is not among them. */
function sizeOfPowers(norms: readonly number[], p: number): number {
  const next = norms[p] ?? Math.min(...norms.slice(0, p).map((norm, i) => norm * norms[p - 1 - i]!));
  return Math.max(norms[p - 1]! ** (1 / (2 * p)), next ** (1 / (2 * p + 2)));
}

/**
 * By how many more powers of two `a` must shrink before the rounding errors of the approximant are as small as its own.
 * Source: Al-Mohy & Higham 2009; in logarithms, since these powers can overflow.
 */
function extraScaling(a: Float64Array, n: number, degree: number): number {
  const norm = norm1(a, n);
  if (norm === 0) return 0;
  const abs = a.map(Math.abs);
  let row = new Float64Array(n).fill(1);
  let log = -Math.log2(norm) + 53;
  for (let i = 0; i < 2 * degree + 1; i++) {
    const next = new Float64Array(n);
    addRows(next, 0, n, 1, row, 0, n, abs, 0, n);
    const most = maxAbs(next);
    // A power that is 0 has no error to shrink.
    if (most === 0) return 0;
    scale(next, 0, 1 / most, n);
    log += Math.log2(most);
    row = next;
  }
  // Divided by (2m)!/(m!)² and (2m+1)!
  for (let k = 1; k <= degree; k++) log -= Math.log2((degree + k) / k);
  for (let k = 2; k <= 2 * degree + 1; k++) log -= Math.log2(k);
  return Math.max(0, Math.ceil(log / (2 * degree)));
}

/** out = q(a)⁻¹ p(a) for the diagonal Padé approximant p/q of e^x, from a, a², a⁴, …. Source: Higham 2005. */
function pade(
  out: Float64Array,
  a: Float64Array,
  powers: readonly Float64Array[],
  degree: number,
  n: number,
): void {
  const c = [1];
  for (let k = 1; k <= degree; k++) c.push((c[k - 1]! * (degree - k + 1)) / ((2 * degree - k + 1) * k));
  /** The sum of the even (0) or odd (1) terms, without the factor a of the latter. */
  const half = (parity: 0 | 1) => {
    const coefficients = c.filter((_, k) => k % 2 === parity);
    const sum = combination(powers, coefficients, n);
    if (coefficients.length > powers.length + 1) {
      const high = combination(powers, [0, ...coefficients.slice(powers.length + 1)], n);
      addScaled(sum, 0, 1, product(powers.at(-1)!, high, n), 0, n * n);
    }
    return sum;
  };
  const even = half(0);
  const odd = product(a, half(1), n);
  const factors = new Float64Array(n * n);
  const perm = new Int32Array(n);
  lu(
    factors,
    perm,
    even.map((x, i) => x - odd[i]!),
    n,
    n,
  );
  luSolve(
    out,
    factors,
    perm,
    even.map((x, i) => x + odd[i]!),
    n,
    n,
  );
}

/** c₀·1 + Σ cᵢ₊₁ powers[i]. */
function combination(powers: readonly Float64Array[], c: readonly number[], n: number): Float64Array {
  const sum = new Float64Array(n * n);
  for (let i = 0; i < n * n; i += n + 1) sum[i] = c[0]!;
  for (const [i, power] of powers.entries()) addScaled(sum, 0, c[i + 1]!, power, 0, n * n);
  return sum;
}

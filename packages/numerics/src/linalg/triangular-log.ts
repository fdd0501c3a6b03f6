/** Logarithms of complex upper triangular matrices. */
import { addComplex, divide, squareRoot, times } from "./complex.js";
import type { Complex, ComplexArray } from "./complex.js";
import { hypot, norm1 } from "./norms.js";
import { triangularRoot } from "./triangular-root.js";

/**
 * Gauss–Legendre quadrature with 7 points on [−1, 1]: node ≥ 0 and weight, to full precision as from numpy's leggauss.
 */
const quadrature = [
  [0, 0.4179591836734694],
  [0.4058451513773972, 0.3818300505051189],
  [0.7415311855993945, 0.27970539148927664],
  [0.9491079123427585, 0.1294849661688697],
] as const;

/**
 * Up to this norm the degree 7 Padé approximant of log(1 + x) is off by 4e-16 at most. Source: Higham 2008, table 11.1.
 */
const closeToOne = 0.264;

/** Far more square roots than entries of 1e300 need. */
const mostRoots = 1100;

/**
 * out (initially zero) = the principal logarithm of the upper triangular `t` (n×n), as 2ˢ log(t^(1/2ˢ)) with s such
 * that the root is close to 1. Returns false if there is none: an eigenvalue is 0 or not finite.
 * Sources: Higham, Functions of Matrices, 11.5; the diagonal: Al-Mohy, Numer. Algorithms 59 (2012).
 */
export function triangularLog(out: ComplexArray, t: ComplexArray, n: number): boolean {
  const diagonal = Array.from({ length: n }, (_, i): Complex => [t[0][i * n + i]!, t[1][i * n + i]!]);
  if (diagonal.some(([a, b]) => (a === 0 && b === 0) || !Number.isFinite(a + b))) return false;
  const root: ComplexArray = [t[0].slice(), t[1].slice()];
  let s = 0;
  while (s < mostRoots && distanceToOne(root, n) > closeToOne) {
    triangularRoot(root, n);
    s++;
  }
  const x = root;
  for (const [i, z] of diagonal.entries()) [x[0][i * n + i], x[1][i * n + i]] = rootMinusOne(z, s);
  for (const [node, weight] of quadrature)
    for (const sign of node === 0 ? [1] : [1, -1])
      addQuotient(out, x, n, (weight / 2) * 2 ** s, (1 + sign * node) / 2);
  for (const [i, [a, b]] of diagonal.entries()) {
    out[0][i * n + i] = Math.log(hypot(a, b));
    out[1][i * n + i] = Math.atan2(b, a);
  }
  return true;
}

/** An upper bound of the 1-norm of t − 1. */
function distanceToOne([re, im]: ComplexArray, n: number): number {
  const x = re.slice();
  for (let i = 0; i < n * n; i += n + 1) x[i]! -= 1;
  return norm1(x, n) + norm1(im, n);
}

/** z^(1/2ˢ) − 1 without cancellation: (w − 1) = (w^(2ᵏ) − 1) / ((w + 1)(w² + 1)(w⁴ + 1) …). */
function rootMinusOne(z: Complex, s: number): Complex {
  if (s === 0) return [z[0] - 1, z[1]];
  // To the left of 0, w + 1 may cancel: one root leads to the right.
  if (z[0] < 0) return rootMinusOne(squareRoot(z), s - 1);
  let product: Complex = [1, 0];
  let w = z;
  for (let k = 0; k < s; k++) {
    w = squareRoot(w);
    product = times(product, [1 + w[0], w[1]]);
  }
  return divide(z[0] - 1, z[1], product[0], product[1]);
}

/** out += weight · (1 + node·x)⁻¹ x, all upper triangular. */
function addQuotient(out: ComplexArray, x: ComplexArray, n: number, weight: number, node: number): void {
  const y: ComplexArray = [x[0].slice(), x[1].slice()];
  for (let i = n - 1; i >= 0; i--) {
    const row = i * n;
    for (let k = i + 1; k < n; k++)
      addComplex(y, row + k, [-node * x[0][row + k]!, -node * x[1][row + k]!], y, k * n + k, n - k);
    const [a, b] = [1 + node * x[0][row + i]!, node * x[1][row + i]!];
    for (let j = row + i; j < row + n; j++) {
      const [re, im] = divide(y[0][j]!, y[1][j]!, a, b);
      y[0][j] = re;
      y[1][j] = im;
      out[0][j]! += weight * re;
      out[1][j]! += weight * im;
    }
  }
}

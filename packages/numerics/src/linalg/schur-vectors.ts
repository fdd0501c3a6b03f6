/** Eigenvectors of quasi-triangular matrices by back substitution. */
import { divide } from "./complex.js";
import type { Complex } from "./complex.js";
import { startsBlock } from "./schur.js";
import { dot, scale } from "./vector.js";

const ulp = 2 ** -52;
const large = 1e100;

/** A quasi-triangular matrix in standard form, `size` being its largest entry, between 1e-100 and 1e100 or 0. */
export interface QuasiTriangular {
  readonly t: Float64Array;
  readonly n: number;
  readonly size: number;
}

/**
 * xr + i·xi = an eigenvector for the eigenvalue wr + i·wi that row j of t shows; for a pair, wi > 0 and j is the first
 * row of its block. Returns how many entries are not known to be 0. A repeated eigenvalue without a second
 * eigenvector gets nearly the same vector again, as in LAPACK. Source: Golub & Van Loan, 4th ed., 7.6.4.
 */
export function schurVector(
  xr: Float64Array,
  xi: Float64Array,
  { t, n, size }: QuasiTriangular,
  j: number,
  [wr, wi]: Complex,
): number {
  xr.fill(0);
  xi.fill(0);
  const end = startVector(xr, xi, t, n, j, wi);
  // Smaller pivots are replaced by this one, which changes t by less than rounding has. It keeps x below 1e300.
  const least = Math.max(ulp * (Math.abs(wr) + Math.abs(wi)), 1e-150 * size, 1e-250);
  const rightSide = (i: number, from: number): Complex => [
    -dot(t, i * n + from, xr, from, end - from),
    wi === 0 ? 0 : -dot(t, i * n + from, xi, from, end - from),
  ];
  let i = j;
  while (i > 0) {
    const first = i > 1 && startsBlock(t, n, i - 2) ? i - 2 : i - 1;
    const p: Complex = [t[first * n + first]! - wr, -wi];
    if (first === i - 1) {
      const [br, bi] = rightSide(first, i);
      [xr[first], xi[first]] = quotient([br, bi], p, least);
    } else {
      const at = first * n + first;
      const [x, y] = solveBlock(
        p,
        t[at + 1]!,
        t[at + n]!,
        rightSide(first, i),
        rightSide(first + 1, i),
        least,
      );
      [xr[first], xi[first]] = x;
      [xr[first + 1], xi[first + 1]] = y;
    }
    shrink(xr, xi, first, i, end);
    i = first;
  }
  return end;
}

/** Sets the entries of the vector in the rows of its own block; returns the end of those rows. */
function startVector(
  xr: Float64Array,
  xi: Float64Array,
  t: Float64Array,
  n: number,
  j: number,
  wi: number,
): number {
  if (wi === 0) {
    xr[j] = 1;
    return j + 1;
  }
  const b = t[j * n + j + 1]!;
  const c = t[(j + 1) * n + j]!;
  xr[j] = Math.abs(b) >= Math.abs(c) ? 1 : -wi / c;
  xi[j + 1] = Math.abs(b) >= Math.abs(c) ? wi / b : 1;
  return j + 2;
}

function quotient([a, b]: Complex, [c, d]: Complex, least: number): Complex {
  return Math.abs(c) + Math.abs(d) < least ? [a / least, b / least] : divide(a, b, c, d);
}

const minusTimes = ([a, b]: Complex, [c, d]: Complex, [e, f]: Complex): Complex => [
  a - (c * e - d * f),
  b - (c * f + d * e),
];

/** The x, y with p x + b y = r, c x + p y = s, by elimination with pivoting. */
function solveBlock(
  p: Complex,
  b: number,
  c: number,
  r: Complex,
  s: Complex,
  least: number,
): [x: Complex, y: Complex] {
  const pFirst = Math.abs(p[0]) + Math.abs(p[1]) >= Math.abs(c);
  const [pivot, beside, side]: [Complex, Complex, Complex] = pFirst ? [p, [b, 0], r] : [[c, 0], p, s];
  const [under, corner, below]: [Complex, Complex, Complex] = pFirst ? [[c, 0], p, s] : [p, [b, 0], r];
  const factor = quotient(under, pivot, least);
  const y = quotient(minusTimes(below, factor, side), minusTimes(corner, factor, beside), least);
  return [quotient(minusTimes(side, beside, y), pivot, least), y];
}

/**
 * Scale the vector down when its newest entries, from..to, have grown large, so that the next entries can't overflow.
 */
function shrink(xr: Float64Array, xi: Float64Array, from: number, to: number, end: number): void {
  let most = 0;
  for (let i = from; i < to; i++) most = Math.max(most, Math.abs(xr[i]!), Math.abs(xi[i]!));
  if (most <= large) return;
  scale(xr, from, 1 / most, end - from);
  scale(xi, from, 1 / most, end - from);
}

/** The standard form of a real 2×2 matrix under rotations: triangular, or with equal diagonal. */
import { hypot } from "./norms.js";

/** [[a, b], [c, d]] = [[cos, sin], [−sin, cos]] · the given matrix · [[cos, −sin], [sin, cos]]. */
export interface StandardBlock {
  readonly a: number;
  readonly b: number;
  /** 0: the eigenvalues a and d are real. Else a = d, b and c have opposite signs: they are a ± i√(−bc). */
  readonly c: number;
  readonly d: number;
  readonly cos: number;
  readonly sin: number;
}

const sign = (x: number) => (x < 0 ? -1 : 1);

/**
 * Rotate [[a, b], [c, d]] to its standard form. Source: Bai & Demmel, On swapping diagonal blocks in real Schur form,
 * 1993, with the order of operations of LAPACK's lanv2, which keeps nearly equal eigenvalues accurate.
 */
export function standardize(a: number, b: number, c: number, d: number): StandardBlock {
  if (c === 0) return { a, b, c, d, cos: 1, sin: 0 };
  if (b === 0) return { a: d, b: -c, c: 0, d: a, cos: 0, sin: 1 };
  if (a === d && sign(b) !== sign(c)) return { a, b, c, d, cos: 1, sin: 0 };
  const p = 0.5 * (a - d);
  const large = Math.max(Math.abs(b), Math.abs(c));
  const small = Math.min(Math.abs(b), Math.abs(c)) * sign(b) * sign(c);
  const size = Math.max(Math.abs(p), large);
  // The discriminant (a−d)²/4 + bc, over size.
  const z = (p / size) * p + (large / size) * small;
  if (z >= 4 * 2 ** -52) {
    const root = p + sign(p) * Math.sqrt(size) * Math.sqrt(z);
    const r = hypot(c, root);
    return { a: d + root, b: b - c, c: 0, d: d - (large / root) * small, cos: root / r, sin: c / r };
  }
  return equalDiagonal(a, b, c, d);
}

/** For complex or nearly equal eigenvalues: makes the diagonal equal, then tells which they are. */
function equalDiagonal(a: number, b: number, c: number, d: number): StandardBlock {
  const sigma = b + c;
  const r = hypot(sigma, a - d);
  const cos = Math.sqrt(0.5 * (1 + Math.abs(sigma) / r));
  const sin = (-0.5 * (a - d) * sign(sigma)) / (r * cos);
  const [p, q, s, t] = [a * cos + b * sin, b * cos - a * sin, c * cos + d * sin, d * cos - c * sin];
  const mid = 0.5 * (p * cos + s * sin + (t * cos - q * sin));
  const upper = q * cos + t * sin;
  const lower = s * cos - p * sin;
  if (lower === 0) return { a: mid, b: upper, c: 0, d: mid, cos, sin };
  if (upper === 0) return { a: mid, b: -lower, c: 0, d: mid, cos: -sin, sin: cos };
  if (sign(upper) !== sign(lower)) return { a: mid, b: upper, c: lower, d: mid, cos, sin };
  // Real after all: one more rotation makes it triangular.
  const x = Math.sqrt(Math.abs(upper));
  const y = Math.sqrt(Math.abs(lower));
  const w = 1 / Math.sqrt(Math.abs(upper + lower));
  const split = sign(lower) * x * y;
  const [cos1, sin1] = [x * w, y * w];
  return {
    a: mid + split,
    b: upper - lower,
    c: 0,
    d: mid - split,
    cos: cos * cos1 - sin * sin1,
    sin: cos * sin1 + sin * cos1,
  };
}

/** The rounding errors of sums and products, which keep formulas accurate that would cancel. */

/** (a + b) − fl(a + b), exactly. Source: Knuth, TAOCP 4.2.2. */
export function sumError(a: number, b: number): number {
  const s = a + b;
  const t = s - a;
  return a - (s - t) + (b - t);
}

/** a·b − fl(a·b), exactly while the product neither overflows nor underflows, else 0. Source: Dekker 1971. */
export function productError(a: number, b: number): number {
  const p = a * b;
  if (!(Math.abs(p) > 1e-280 && Math.abs(a) < 1e280 && Math.abs(b) < 1e280 && Math.abs(p) < 1e300)) return 0;
  const ah = upperHalf(a);
  const bh = upperHalf(b);
  const al = a - ah;
  const bl = b - bh;
  return al * bl - (p - ah * bh - al * bh - ah * bl);
}

/**
 * e^(x²) for sign = 1, e^(−x²) for −1: the rounding error of x², which the exponential magnifies up to 700 times, is
 * corrected.
 */
export function expSquare(x: number, sign: 1 | -1): number {
  return Math.exp(sign * x * x) * (1 + sign * productError(x, x));
}

/** The leading 26 bits (Veltkamp). */
function upperHalf(a: number): number {
  const c = 134217729 * a;
  return c - (c - a);
}

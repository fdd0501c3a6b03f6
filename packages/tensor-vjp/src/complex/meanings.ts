/** The meaning of complex ops on plain numbers a + bi and, if there are two, c + di, written to `out`. Principal values. */

/** Receives an answer; one cell serves a whole array. */
export interface Cell {
  re: number;
  im: number;
}

export type Meaning = (out: Cell, a: number, b: number, c: number, d: number) => void;

function put(out: Cell, re: number, im: number): void {
  out.re = re;
  out.im = im;
}

export const product: Meaning = (out, a, b, c, d) => put(out, a * c - b * d, a * d + b * c);

/** Overflows only where the answer is near the limits itself. Source: Smith 1962. */
export const quotient: Meaning = (out, a, b, c, d) => {
  if (c === 0 && d === 0) put(out, a / 0, b / 0);
  else if (Math.abs(c) >= Math.abs(d)) {
    const r = d / c;
    const q = c + d * r;
    put(out, (a + b * r) / q, (b - a * r) / q);
  } else {
    const r = c / d;
    const q = d + c * r;
    put(out, (a * r + b) / q, (b * r - a) / q);
  }
};

export const squared: Meaning = (out, a, b) => put(out, (a - b) * (a + b), 2 * a * b);

export const exponential: Meaning = (out, a, b) => {
  const r = Math.exp(a);
  // Exactly real on the real axis, even where e^a is infinite.
  put(out, b === 0 ? r : r * Math.cos(b), b === 0 ? b : r * Math.sin(b));
};

export const logarithm: Meaning = (out, a, b) => put(out, logHypot(a, b), Math.atan2(b, a));

/** The root in the right half plane; on the cut, the sign of a zero imaginary part decides the side. */
export const root: Meaning = (out, a, b) => {
  const t = Math.sqrt((Math.hypot(a, b) + Math.abs(a)) / 2);
  const isBelow = b < 0 || Object.is(b, -0);
  if (t === 0) put(out, 0, b);
  else if (a >= 0) put(out, t, b / (2 * t));
  else put(out, Math.abs(b) / (2 * t), isBelow ? -t : t);
};

/** By repeated squaring for real whole exponents up to MOST_SQUARED, which is exact for small ones; else e^(w·log z). */
export const power: Meaning = (out, a, b, c, d) => {
  if (d === 0 && Number.isInteger(c) && Math.abs(c) <= MOST_SQUARED) wholePower(out, a, b, c);
  else if (a === 0 && b === 0) put(out, c > 0 ? 0 : NaN, c > 0 ? 0 : NaN);
  else {
    const r = logHypot(a, b);
    const angle = Math.atan2(b, a);
    exponential(out, c * r - d * angle, d * r + c * angle, 0, 0);
  }
};
const MOST_SQUARED = 64;

function wholePower(out: Cell, a: number, b: number, n: number): void {
  let [re, im] = [1, 0];
  let [x, y] = [a, b];
  for (let k = Math.abs(n); k > 0; k >>= 1) {
    if (k & 1) [re, im] = [re * x - im * y, re * y + im * x];
    [x, y] = [(x - y) * (x + y), 2 * x * y];
  }
  if (n < 0) quotient(out, 1, 0, re, im);
  else put(out, re, im);
}

export const sine: Meaning = (out, a, b) => put(out, Math.sin(a) * Math.cosh(b), Math.cos(a) * Math.sinh(b));

export const cosine: Meaning = (out, a, b) =>
  put(out, Math.cos(a) * Math.cosh(b), -Math.sin(a) * Math.sinh(b));

export const hyperbolicSine: Meaning = (out, a, b) =>
  put(out, Math.sinh(a) * Math.cos(b), Math.cosh(a) * Math.sin(b));

export const hyperbolicCosine: Meaning = (out, a, b) =>
  put(out, Math.cosh(a) * Math.cos(b), Math.sinh(a) * Math.sin(b));

/** Past this, e^(−2x) is below the last bit of 1. */
const far = 20;

export const hyperbolicTangent: Meaning = (out, a, b) => {
  const [s, c] = [Math.sin(b), Math.cos(b)];
  if (Math.abs(a) > far) put(out, Math.sign(a), 4 * s * c * Math.exp(-2 * Math.abs(a)));
  else {
    // |cosh z|², a sum of squares: no cancellation near the poles.
    const q = Math.sinh(a) ** 2 + c * c;
    put(out, (Math.sinh(a) * Math.cosh(a)) / q, (s * c) / q);
  }
};

/** 1/cosh² z, the derivative of tanh z, accurate for large |z| too. */
export const secantSquared: Meaning = (out, a, b) => {
  if (Math.abs(a) > far) {
    exponential(out, -2 * Math.abs(a), a > 0 ? -2 * b : 2 * b, 0, 0);
    put(out, 4 * out.re, 4 * out.im);
  } else {
    hyperbolicCosine(out, a, b, 0, 0);
    squared(out, out.re, out.im, 0, 0);
    quotient(out, 1, 0, out.re, out.im);
  }
};

/**
 * log √(x² + y²), exact to the last bits even near modulus 1, where it is small: there computed from x² + y² − 1, keeping the
 * rounding errors of the squares and of their sum. Source: Dekker 1971.
 */
function logHypot(x: number, y: number): number {
  const r = Math.hypot(x, y);
  if (r < 0.8 || r > 1.3) return Math.log(r);
  const [p, dp] = exactSquare(x);
  const [q, dq] = exactSquare(y);
  const s = p + q;
  const large = Math.max(p, q);
  const ds = Math.min(p, q) - (s - large);
  return Math.log1p(s - 1 + (ds + dp + dq)) / 2;
}

/** x² as a rounded number and the rounding error. */
function exactSquare(x: number): [square: number, error: number] {
  const split = 134217729 * x; // 2^27 + 1
  const high = split - (split - x);
  const low = x - high;
  const square = x * x;
  return [square, high * high - square + 2 * high * low + low * low];
}

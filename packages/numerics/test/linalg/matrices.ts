/** Matrices to test the factorizations with, and the simplest possible arithmetic to check them. */

/** The rounding unit: bounds are multiples of it. */
export const eps = 2 ** -52;

/** m×n numbers in [−½, ½) from a linear congruential generator, the same as in fixtures/generate.py. */
export function random(seed: number, m: number, n: number): Float64Array {
  let state = seed;
  return Float64Array.from({ length: m * n }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  });
}

/** An m×n matrix by its entries. */
export function matrix(m: number, n: number, entry: (i: number, j: number) => number): Float64Array {
  return Float64Array.from({ length: m * n }, (_, at) => entry(Math.floor(at / n), at % n));
}

export const eye = (n: number) => matrix(n, n, (i, j) => (i === j ? 1 : 0));

export const hilbert = (n: number) => matrix(n, n, (i, j) => 1 / (i + j + 1));

/** 2 on the diagonal, −1 next to it: eigenvalues 2 − 2 cos(kπ/(n + 1)). */
export const secondDifference = (n: number) =>
  matrix(n, n, (i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0));

export const secondDifferenceValues = (n: number) =>
  Array.from({ length: n }, (_, k) => 4 * Math.sin(((k + 1) * Math.PI) / (2 * (n + 1))) ** 2);

/** Frank's matrix: determinant 1, eigenvalues positive and in reciprocal pairs, the small ones ill-conditioned. */
export const frank = (n: number) => matrix(n, n, (i, j) => (j < i - 1 ? 0 : n - Math.max(i, j)));

/** a (m×k) · b (k×n). */
export function product(a: Float64Array, b: Float64Array, m: number, k: number, n: number): Float64Array {
  return matrix(m, n, (i, j) => {
    let sum = 0;
    for (let r = 0; r < k; r++) sum += a[i * k + r]! * b[r * n + j]!;
    return sum;
  });
}

export const transposed = (a: Float64Array, m: number, n: number) => matrix(n, m, (i, j) => a[j * n + i]!);

export const symmetric = (seed: number, n: number) => {
  const a = random(seed, n, n);
  return matrix(n, n, (i, j) => a[i * n + j]! + a[j * n + i]!);
};

/** b·bᵀ + 1 for a random b. */
export const positive = (seed: number, n: number) => {
  const b = random(seed, n, n);
  const a = product(b, transposed(b, n, n), n, n, n);
  return a.map((x, at) => x + (at % (n + 1) === 0 ? 1 : 0));
};

/** The largest |x − y|; NaN if any is, Infinity if the lengths differ. */
export function distance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length) return Infinity;
  let most = 0;
  for (let i = 0; i < x.length; i++) {
    const d = Math.abs(x[i]! - y[i]!);
    if (!(d <= most)) most = d;
    if (d !== d) return d;
  }
  return most;
}

/** The Frobenius norm, never 0 so that one can divide by it. */
export const size = (a: ArrayLike<number>) => Math.max(Math.hypot(...Array.from(a)), Number.MIN_VALUE);

/** How far the columns of q (m×n) are from orthonormal, in units of ε. */
export const skewness = (q: Float64Array, m: number, n: number) =>
  distance(product(transposed(q, m, n), q, n, m, n), eye(n)) / eps;

/** |x − y| against the size of y, in units of ε. */
export const error = (x: ArrayLike<number>, y: ArrayLike<number>) => distance(x, y) / size(y) / eps;

/** What backward stable algorithms promise for n×n matrices, in units of ε. */
export const allowed = (n: number) => 10 * (n + 1);

export const sizes: readonly number[] = [0, 1, 2, 3, 5, 20, 100];

/** Shapes of rectangles, empty ones too. */
export const shapes: readonly (readonly [m: number, n: number])[] = [
  ...sizes.map((n) => [n, n] as const),
  [7, 20],
  [20, 7],
  [100, 30],
  [1, 5],
  [5, 1],
  [0, 3],
  [3, 0],
];

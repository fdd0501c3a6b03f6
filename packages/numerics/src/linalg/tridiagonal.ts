/** Reducing symmetric matrices to tridiagonal form by orthogonal similarity transforms. */
import { identity } from "./matrix.js";
import { makeReflector, reflectRight } from "./reflector.js";
import { addScaled, dot } from "./vector.js";

/**
 * Overwrite `d` (n) and `e` (n−1) with the diagonals of the tridiagonal QᵀaQ and, unless null, `qt` (n×n) with Qᵀ.
 * Reads only the lower triangle of `a` (n×n), which is overwritten. Source: Golub & Van Loan, 4th ed., 8.3.1.
 */
export function tridiagonalize(
  d: Float64Array,
  e: Float64Array,
  qt: Float64Array | null,
  a: Float64Array,
  n: number,
): void {
  const taus = new Float64Array(n);
  const w = new Float64Array(n);
  for (let k = 0; k < n - 1; k++) {
    // The free upper triangle keeps the reflectors: v of reflector k along row k.
    const v = k * n + k + 1;
    const count = n - k - 1;
    for (let r = 0; r < count; r++) a[v + r] = a[(k + 1 + r) * n + k]!;
    const tau = makeReflector(a, v, count);
    taus[k] = tau;
    d[k] = a[k * n + k]!;
    e[k] = a[v]!;
    a[v] = 1;
    if (tau === 0) continue;
    // With A the trailing block: H A H = A − v wᵀ − w vᵀ for w = p − (τ/2)(pᵀv) v, p = τ A v.
    symmetricTimes(w, a, n, k + 1, v, count);
    for (let r = 0; r < count; r++) w[r]! *= tau;
    addScaled(w, 0, (-tau / 2) * dot(w, 0, a, v, count), a, v, count);
    for (let r = 0; r < count; r++) subtractTwoRows(a, (k + 1 + r) * n + k + 1, v, w, r);
  }
  if (n > 0) d[n - 1] = a[n * n - 1]!;
  if (qt === null) return;
  identity(qt, n, n);
  for (let k = n - 2; k >= 0; k--)
    reflectRight(
      { a: qt, ld: n, row: k + 1, col: k + 1, rows: n - k - 1, cols: n - k - 1 },
      taus[k]!,
      a,
      k * n + k + 1,
    );
}

/** w = A v for the symmetric trailing block at (first, first), from its lower triangle in one pass. */
function symmetricTimes(
  w: Float64Array,
  a: Float64Array,
  n: number,
  first: number,
  v: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const row = (first + i) * n + first;
    const vi = a[v + i]!;
    let s = a[row + i]! * vi;
    for (let j = 0; j < i; j++) {
      const aij = a[row + j]!;
      s += aij * a[v + j]!;
      w[j]! += aij * vi;
    }
    w[i] = s;
  }
}

/** Row r of the lower triangle of A − v wᵀ − w vᵀ. */
function subtractTwoRows(a: Float64Array, row: number, v: number, w: Float64Array, r: number): void {
  const vr = a[v + r]!;
  const wr = w[r]!;
  for (let j = 0; j <= r; j++) a[row + j]! -= vr * w[j]! + wr * a[v + j]!;
}

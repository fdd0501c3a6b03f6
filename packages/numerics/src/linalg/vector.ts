/**
 * Operations on contiguous ranges of Float64Arrays, from which the factorizations are built. All of them run along
 * rows.
 */

/** Σ x[i+r] y[j+r] over r < count. Four partial sums, since a single one would wait for each addition. */
export function dot(x: Float64Array, i: number, y: Float64Array, j: number, count: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let r = 0;
  for (; r + 3 < count; r += 4) {
    s0 += x[i + r]! * y[j + r]!;
    s1 += x[i + r + 1]! * y[j + r + 1]!;
    s2 += x[i + r + 2]! * y[j + r + 2]!;
    s3 += x[i + r + 3]! * y[j + r + 3]!;
  }
  for (; r < count; r++) s0 += x[i + r]! * y[j + r]!;
  return s0 + s1 + (s2 + s3);
}

/** y[j+r] += f x[i+r] over r < count. */
export function addScaled(
  y: Float64Array,
  j: number,
  f: number,
  x: Float64Array,
  i: number,
  count: number,
): void {
  for (let r = 0; r < count; r++) y[j + r]! += f * x[i + r]!;
}

/**
 * y[j..j+count) += sign · Σ c[ci+q] x[i + q·ld ..] over q < rows: a row vector times a matrix. Four rows at a time,
 * so that y is read and written a quarter as often.
 */
export function addRows(
  y: Float64Array,
  j: number,
  count: number,
  sign: 1 | -1,
  c: Float64Array,
  ci: number,
  rows: number,
  x: Float64Array,
  i: number,
  ld: number,
): void {
  let q = 0;
  for (; q + 3 < rows; q += 4) {
    const f0 = sign * c[ci + q]!;
    const f1 = sign * c[ci + q + 1]!;
    const f2 = sign * c[ci + q + 2]!;
    const f3 = sign * c[ci + q + 3]!;
    const x0 = i + q * ld;
    const x1 = x0 + ld;
    const x2 = x1 + ld;
    const x3 = x2 + ld;
    for (let r = 0; r < count; r++)
      y[j + r]! += f0 * x[x0 + r]! + f1 * x[x1 + r]! + (f2 * x[x2 + r]! + f3 * x[x3 + r]!);
  }
  for (; q < rows; q++) addScaled(y, j, sign * c[ci + q]!, x, i + q * ld, count);
}

/** x[i+r] *= f over r < count. */
export function scale(x: Float64Array, i: number, f: number, count: number): void {
  for (let r = 0; r < count; r++) x[i + r]! *= f;
}

/** Exchange two ranges. */
export function swap(x: Float64Array, i: number, j: number, count: number): void {
  for (let r = 0; r < count; r++) {
    const t = x[i + r]!;
    x[i + r] = x[j + r]!;
    x[j + r] = t;
  }
}

/** The plane rotation (x_i, x_j) ← (c x_i + s x_j, c x_j − s x_i), on two ranges. */
export function rotate(x: Float64Array, i: number, j: number, count: number, c: number, s: number): void {
  for (let r = 0; r < count; r++) {
    const p = x[i + r]!;
    const q = x[j + r]!;
    x[i + r] = c * p + s * q;
    x[j + r] = c * q - s * p;
  }
}

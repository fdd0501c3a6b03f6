/** Matrix products in tiles of 4 × 4 sums that stay in registers: eight reads feed sixteen multiplications. */
import type { Matrix, Sizes } from "./matrix.js";

/** out = a b, with any strides, without packing. */
export function multiplyTiles({ m, n, k }: Sizes, out: Matrix, a: Matrix, b: Matrix): void {
  const { data: o, row: oR, column: oC } = out;
  const { data: x, row: xR, column: xC } = a;
  const { data: y, row: yR, column: yC } = b;
  const wholeRows = m & ~3;
  const wholeColumns = n & ~3;
  for (let i = 0, oRow = out.offset, xRow = a.offset; i < wholeRows; i += 4, oRow += 4 * oR, xRow += 4 * xR) {
    let j = 0;
    let oo = oRow;
    let yo = b.offset;
    for (; j < wholeColumns; j += 4, oo += 4 * oC, yo += 4 * yC)
      tile(k, o, oo, oR, oC, x, xRow, xR, xC, y, yo, yR, yC);
    for (; j < n; j++, oo += oC, yo += yC) fourRows(k, o, oo, oR, x, xRow, xR, xC, y, yo, yR);
  }
  for (let i = wholeRows; i < m; i++) {
    const xo = a.offset + i * xR;
    let j = 0;
    let oo = out.offset + i * oR;
    let yo = b.offset;
    // One row times four columns is, transposed, four rows times one column.
    for (; j < wholeColumns; j += 4, oo += 4 * oC, yo += 4 * yC)
      fourRows(k, o, oo, oC, y, yo, yC, yR, x, xo, xC);
    for (; j < n; j++, oo += oC, yo += yC) o[oo] = dot(k, x, xo, xC, y, yo, yR);
  }
}

/** Four rows of x times four columns of y. */
// prettier-ignore
function tile(
  k: number,
  o: Float64Array, oo: number, oR: number, oC: number,
  x: Float64Array, xo: number, xR: number, xC: number,
  y: Float64Array, yo: number, yR: number, yC: number,
): void {
  let s00 = 0, s01 = 0, s02 = 0, s03 = 0;
  let s10 = 0, s11 = 0, s12 = 0, s13 = 0;
  let s20 = 0, s21 = 0, s22 = 0, s23 = 0;
  let s30 = 0, s31 = 0, s32 = 0, s33 = 0;
  for (let l = 0; l < k; l++, xo += xC, yo += yR) {
    const y0 = y[yo]!, y1 = y[yo + yC]!, y2 = y[yo + 2 * yC]!, y3 = y[yo + 3 * yC]!;
    let v = x[xo]!;
    s00 += v * y0; s01 += v * y1; s02 += v * y2; s03 += v * y3;
    v = x[xo + xR]!;
    s10 += v * y0; s11 += v * y1; s12 += v * y2; s13 += v * y3;
    v = x[xo + 2 * xR]!;
    s20 += v * y0; s21 += v * y1; s22 += v * y2; s23 += v * y3;
    v = x[xo + 3 * xR]!;
    s30 += v * y0; s31 += v * y1; s32 += v * y2; s33 += v * y3;
  }
  o[oo] = s00; o[oo + oC] = s01; o[oo + 2 * oC] = s02; o[oo + 3 * oC] = s03;
  oo += oR;
  o[oo] = s10; o[oo + oC] = s11; o[oo + 2 * oC] = s12; o[oo + 3 * oC] = s13;
  oo += oR;
  o[oo] = s20; o[oo + oC] = s21; o[oo + 2 * oC] = s22; o[oo + 3 * oC] = s23;
  oo += oR;
  o[oo] = s30; o[oo + oC] = s31; o[oo + 2 * oC] = s32; o[oo + 3 * oC] = s33;
}

/** Four rows of x times one column of y. */
// prettier-ignore
function fourRows(
  k: number,
  o: Float64Array, oo: number, oR: number,
  x: Float64Array, xo: number, xR: number, xC: number,
  y: Float64Array, yo: number, yR: number,
): void {
  let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  for (let l = 0; l < k; l++, xo += xC, yo += yR) {
    const v = y[yo]!;
    s0 += x[xo]! * v;
    s1 += x[xo + xR]! * v;
    s2 += x[xo + 2 * xR]! * v;
    s3 += x[xo + 3 * xR]! * v;
  }
  o[oo] = s0; o[oo + oR] = s1; o[oo + 2 * oR] = s2; o[oo + 3 * oR] = s3;
}

// prettier-ignore
function dot(
  k: number,
  x: Float64Array, xo: number, xStep: number,
  y: Float64Array, yo: number, yStep: number,
): number {
  let s = 0;
  for (let l = 0; l < k; l++, xo += xStep, yo += yStep) s += x[xo]! * y[yo]!;
  return s;
}

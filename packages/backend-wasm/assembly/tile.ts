/** Tiles of a matrix product, four rows by four columns: sixteen sums in eight registers. */
import { Simd } from "./simd";

/**
 * out[4, 4] = or += a[4, k] b[k, 4]. Steps in bytes: `aRow` from row to row of a, `aStep` from term to term, `bStep`
 * from row to row of b, whose four columns are adjacent, `oRow` from row to row of out. Not unrolled over k: V8 spills.
 */
export function tile(
  k: i32,
  a: usize,
  aRow: isize,
  aStep: isize,
  b: usize,
  bStep: isize,
  out: usize,
  oRow: isize,
  isFirst: bool,
): void {
  let s00 = f64x2.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (; k > 0; k--) {
    const y0 = v128.load(b);
    const y1 = v128.load(b, 16);
    let x = v128.load_splat<f64>(a);
    s00 = Simd.madd(x, y0, s00);
    s01 = Simd.madd(x, y1, s01);
    x = v128.load_splat<f64>(a1);
    s10 = Simd.madd(x, y0, s10);
    s11 = Simd.madd(x, y1, s11);
    x = v128.load_splat<f64>(a2);
    s20 = Simd.madd(x, y0, s20);
    s21 = Simd.madd(x, y1, s21);
    x = v128.load_splat<f64>(a3);
    s30 = Simd.madd(x, y0, s30);
    s31 = Simd.madd(x, y1, s31);
    a += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bStep;
  }
  put(out, s00, s01, isFirst);
  put(out + oRow, s10, s11, isFirst);
  put(out + 2 * oRow, s20, s21, isFirst);
  put(out + 3 * oRow, s30, s31, isFirst);
}

/** Like `tile`, for an a packed in groups of four. */
export function packedTile(
  k: i32,
  a: usize,
  b: usize,
  bStep: isize,
  out: usize,
  oRow: isize,
  isFirst: bool,
): void {
  let s00 = f64x2.splat(0);
  let s01 = s00;
  let s10 = s00;
  let s11 = s00;
  let s20 = s00;
  let s21 = s00;
  let s30 = s00;
  let s31 = s00;
  for (const end = a + ((<usize>k) << 5); a < end; a += 32, b += bStep) {
    const y0 = v128.load(b);
    const y1 = v128.load(b, 16);
    let x = v128.load_splat<f64>(a);
    s00 = Simd.madd(x, y0, s00);
    s01 = Simd.madd(x, y1, s01);
    x = v128.load_splat<f64>(a, 8);
    s10 = Simd.madd(x, y0, s10);
    s11 = Simd.madd(x, y1, s11);
    x = v128.load_splat<f64>(a, 16);
    s20 = Simd.madd(x, y0, s20);
    s21 = Simd.madd(x, y1, s21);
    x = v128.load_splat<f64>(a, 24);
    s30 = Simd.madd(x, y0, s30);
    s31 = Simd.madd(x, y1, s31);
  }
  put(out, s00, s01, isFirst);
  put(out + oRow, s10, s11, isFirst);
  put(out + 2 * oRow, s20, s21, isFirst);
  put(out + 3 * oRow, s30, s31, isFirst);
}

function put(out: usize, x: v128, y: v128, isFirst: bool): void {
  if (!isFirst) {
    x = f64x2.add(x, v128.load(out));
    y = f64x2.add(y, v128.load(out, 16));
  }
  v128.store(out, x);
  v128.store(out, y, 16);
}
